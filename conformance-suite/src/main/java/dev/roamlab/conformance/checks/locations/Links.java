package dev.roamlab.conformance.checks.locations;

import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way from page to page. Spec: transport_and_format_pagination. */
final class Links {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel\\s*=\\s*\"?next\"?");
    private static final int MOST_PAGES = 200;

    private Links() {}

    static void follow(Probe probe, Attempt attempt, WireExchange first, int total, Instant from) {
        List<String> ids = new ArrayList<>(Listing.ids(first));
        WireExchange page = first;
        Optional<URI> next = probe.next(page);
        for (int pages = 1; next.isPresent() && pages < MOST_PAGES; pages++) {
            link(attempt, page, from);
            page = probe.get(next.get()).send();
            ids.addAll(Listing.ids(page));
            next = probe.next(page);
        }
        if (Listing.total(page).filter(now -> now != total).isPresent()) {
            attempt.disturbed();
        }
        boolean once = new HashSet<>(ids).size() == ids.size();
        attempt.holdsAt("Link", "LOC-031", page, once, "each Location once", ids);
        attempt.holdsAt("Link", "LOC-031", page, ids.size() == total, total + " Locations", ids.size() + ": " + ids);
    }

    /**
     * A link without date_from may carry the filter in a cursor: whether it does, the number of Locations tells. One with another
     * date_from has lost it.
     */
    private static void link(Attempt attempt, WireExchange page, Instant from) {
        String link = text(page);
        attempt.holdsAt("Link", "LOC-031", page, link.matches("https?://.*"), "an absolute URL", link);
        Optional<String> carried = parameter(link, "date_from");
        boolean equivalent = carried.isEmpty()
                || carried.flatMap(Moments::read).filter(from::equals).isPresent();
        attempt.holdsAt("Link", "LOC-031", page, equivalent, "date_from=" + from + " as in the request", link);
    }

    private static String text(WireExchange page) {
        return page.responseHeaders().all("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).trim())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> parameter(String link, String name) {
        int query = link.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        for (String pair : link.substring(query + 1).split("&")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
