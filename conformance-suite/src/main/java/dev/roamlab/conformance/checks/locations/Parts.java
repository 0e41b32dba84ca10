package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.tester.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parts of Locations as raw JSON. What is malformed is simply not there: to judge it is the schemas' business. */
final class Parts {
    private Parts() {}

    static List<JsonNode> evses(JsonNode location) {
        return objects(location.path("evses"));
    }

    static List<JsonNode> connectors(JsonNode evse) {
        return objects(evse.path("connectors"));
    }

    static List<JsonNode> objects(JsonNode list) {
        List<JsonNode> objects = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(one -> {
                if (one.isObject()) {
                    objects.add(one);
                }
            });
        }
        return objects;
    }

    static Optional<JsonNode> evse(JsonNode location, String uid) {
        return with("uid", uid, evses(location));
    }

    static Optional<JsonNode> connector(JsonNode evse, String id) {
        return with("id", id, connectors(evse));
    }

    static Optional<JsonNode> with(String field, String value, List<JsonNode> objects) {
        return objects.stream()
                .filter(object -> text(object, field).equalsIgnoreCase(value))
                .findFirst();
    }

    /** A field's text; empty when it is absent or no string. */
    static String text(JsonNode object, String field) {
        return object.path(field).isTextual() ? object.path(field).textValue() : "";
    }

    /** A CiString as a key: compared without case. */
    static String key(JsonNode object, String field) {
        return text(object, field).toLowerCase(Locale.ROOT);
    }

    /** The party that an object says it belongs to, as a key. */
    static String owner(JsonNode object) {
        return key(object, "country_code") + "/" + key(object, "party_id");
    }

    static Optional<Instant> updated(JsonNode object) {
        return Moments.read(text(object, "last_updated"));
    }

    /** Left out, null and the empty list are one and the same. */
    static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
    }

    static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(one -> strings.add(one.asText()));
        }
        return strings;
    }

    /** The text with the case of its letters swapped. */
    static String swappedCase(String text) {
        StringBuilder swapped = new StringBuilder();
        text.chars()
                .mapToObj(c -> (char) c)
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(swapped::append);
        return swapped.toString();
    }
}
