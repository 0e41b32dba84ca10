package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of Locations of a CPO under test. */
final class Listing {
    /** A Location and the moment that it says it is of. */
    record Dated(String id, Instant updated, JsonNode location) {}

    private Listing() {}

    /** The whole list, read afresh. */
    static Crawl fresh(Probe probe) {
        return probe.crawl(probe.list("locations"));
    }

    /** All pages of a filtered list. */
    static Crawl filtered(Probe probe, String... query) {
        return probe.crawl(page(probe, query));
    }

    /** A GET of the list with these query parameters, names and values in turn. */
    static Call page(Probe probe, String... query) {
        Call call = probe.list("locations");
        for (int index = 0; index < query.length; index += 2) {
            call.query(query[index], query[index + 1]);
        }
        return call;
    }

    /** Those with a readable last_updated, the oldest first. */
    static List<Dated> byAge(List<JsonNode> locations) {
        List<Dated> dated = new ArrayList<>();
        for (JsonNode location : locations) {
            Parts.updated(location).ifPresent(at -> dated.add(new Dated(key(location), at, location)));
        }
        dated.sort(Comparator.comparing(Dated::updated));
        return dated;
    }

    /** Ids are unique per party. */
    static String key(JsonNode location) {
        return Parts.owner(location) + "/" + Parts.key(location, "id");
    }

    /** Each Location once, with its moment. */
    static Map<String, Instant> moments(List<JsonNode> locations) {
        Map<String, Instant> moments = new LinkedHashMap<>();
        byAge(locations).forEach(dated -> moments.put(dated.id(), dated.updated()));
        return moments;
    }

    static List<String> ids(WireExchange page) {
        return Parts.objects(page.data()).stream().map(Listing::key).toList();
    }

    /** X-Total-Count, when it is a count. */
    static Optional<Integer> total(WireExchange page) {
        return number(page, "X-Total-Count");
    }

    static Optional<Integer> number(WireExchange page, String header) {
        return page.responseHeaders()
                .first(header)
                .map(String::trim)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    /**
     * The list has to be there and to be large enough.
     *
     * @throws dev.roamlab.conformance.check.Stop when it is not
     */
    static List<JsonNode> atLeast(Probe probe, int number, List<JsonNode> locations) {
        if (locations.size() < number) {
            throw probe.inconclusive(
                    "the list has " + locations.size() + " Locations; at least " + number + " are needed");
        }
        return locations;
    }
}
