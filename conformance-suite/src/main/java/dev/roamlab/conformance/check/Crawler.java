package dev.roamlab.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the pages of a list, at most 200 of them, as the heads of the catalogue files ask. */
final class Crawler {
    private static final int MOST_CALLS = 200;
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel\\s*=\\s*\"?next\"?");

    private Crawler() {}

    static Crawl crawl(WireExchange first, Function<URI, WireExchange> get) {
        List<WireExchange> pages = new ArrayList<>();
        List<JsonNode> objects = new ArrayList<>();
        Set<URI> visited = new HashSet<>();
        Optional<WireExchange> page = Optional.of(first);
        boolean complete = true;
        while (page.isPresent()) {
            WireExchange current = page.get();
            pages.add(current);
            current.data().forEach(objects::add);
            complete &= current.accepted() && current.data().isArray();
            Optional<URI> next = next(current);
            boolean more = next.isPresent() && visited.add(next.get());
            if (more && pages.size() >= MOST_CALLS) {
                return new Crawl(pages, objects, false);
            }
            page = more ? Optional.of(get.apply(next.get())) : Optional.empty();
        }
        return new Crawl(pages, objects, complete);
    }

    /** The next page's URL; a relative one is resolved, which is more than the specification asks. */
    static Optional<URI> next(WireExchange page) {
        return page.responseHeaders().all("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).trim())
                .findFirst()
                .flatMap(text -> {
                    try {
                        return Optional.of(page.uri().resolve(new URI(text)));
                    } catch (java.net.URISyntaxException unusable) {
                        return Optional.empty();
                    }
                });
    }
}
