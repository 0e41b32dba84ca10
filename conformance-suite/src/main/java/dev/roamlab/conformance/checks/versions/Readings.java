package dev.roamlab.conformance.checks.versions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The documents of this chapter as they were read in the run. */
final class Readings {
    /** Answers to a token that is none: other chapters judge them. */
    private static final Set<Integer> NOT_LET_IN = Set.of(400, 401, 403);

    private Readings() {}

    /** The answers to our GETs of a document that were authorized as they should be. */
    static List<WireExchange> of(Probe probe, URI url) {
        return probe.evidence()
                .answers(exchange -> exchange.method().equals("GET")
                        && exchange.uri().equals(url)
                        && exchange.requestHeaders()
                                .first("Authorization")
                                .filter(value -> value.matches("Token [A-Za-z0-9+/]+={0,2}"))
                                .isPresent()
                        && !NOT_LET_IN.contains(exchange.status()));
    }

    /** Whether two documents say the same; the order of lists says nothing. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size() && elements(one).equals(elements(other));
        }
        if (one.isObject() && other.isObject() && one.size() == other.size()) {
            return one.properties().stream().allMatch(field -> same(field.getValue(), other.path(field.getKey())));
        }
        return one.equals(other);
    }

    private static Set<JsonNode> elements(JsonNode array) {
        Set<JsonNode> elements = new HashSet<>();
        array.forEach(elements::add);
        return elements;
    }
}
