package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.tester.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two states of a Location, EVSE or Connector as OCPI means them: DateTimes as instants, numbers by value, ids without
 * case, EVSEs and Connectors by their ids, what is left out as null.
 */
final class Comparison {
    private static final Set<String> REQUIRED = Set.of(
            "country_code",
            "party_id",
            "id",
            "publish",
            "address",
            "city",
            "country",
            "coordinates",
            "time_zone",
            "last_updated",
            "uid",
            "status",
            "connectors",
            "standard",
            "format",
            "power_type",
            "max_voltage",
            "max_amperage");
    private static final Set<String> CASELESS = Set.of("country_code", "party_id", "id", "uid", "evse_id");

    private Comparison() {}

    /**
     * A field that is not the same.
     *
     * @param pointer where it is, with ids in place of indexes: {@code /evses/A/status}
     */
    record Difference(String pointer, String field, JsonNode before, JsonNode after) {
        /** Whether each object of its kind must have the field. */
        boolean required() {
            return REQUIRED.contains(field);
        }

        @Override
        public String toString() {
            return pointer + " is " + shown(after) + " instead of " + shown(before);
        }

        private static String shown(JsonNode value) {
            return value.isMissingNode() ? "absent" : value.toString();
        }
    }

    /** What of the first object is otherwise in the second; what the second has in addition does not count. */
    static List<Difference> lost(JsonNode expected, JsonNode actual) {
        return differences("", names(expected), expected, without(expected, actual));
    }

    /** The second value without the fields, at any depth, that the first does not have: a system may add its own. */
    private static JsonNode without(JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            ObjectNode known = JsonNodeFactory.instance.objectNode();
            names(expected).forEach(name -> {
                if (actual.has(name)) {
                    known.set(name, without(expected.get(name), actual.get(name)));
                }
            });
            return known;
        }
        if (expected.isArray() && actual.isArray()) {
            ArrayNode known = JsonNodeFactory.instance.arrayNode();
            for (int index = 0; index < actual.size(); index++) {
                known.add(without(likeness(expected, actual.get(index), index), actual.get(index)));
            }
            return known;
        }
        return actual;
    }

    /** The element of a list that another one is to be compared with: that with the same id, or at the same place. */
    private static JsonNode likeness(JsonNode list, JsonNode element, int index) {
        String id = element.has("uid") ? "uid" : "id";
        return element.has(id)
                ? Parts.with(id, Parts.text(element, id), Parts.objects(list)).orElse(element)
                : list.path(index);
    }

    private static List<Difference> differences(String at, Set<String> names, JsonNode before, JsonNode after) {
        List<Difference> differences = new ArrayList<>();
        compare(at, names, before, after, differences);
        return differences;
    }

    /** All in which two objects differ. */
    static List<Difference> differences(JsonNode before, JsonNode after) {
        Set<String> names = names(before);
        names.addAll(names(after));
        return differences("", names, before, after);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void compare(
            String at, Set<String> names, JsonNode before, JsonNode after, List<Difference> differences) {
        for (String name : names) {
            JsonNode one = before.path(name);
            JsonNode other = after.path(name);
            if (name.equals("evses") || name.equals("connectors")) {
                children(at + "/" + name, name, one, other, differences);
            } else if (!same(name, one, other)) {
                differences.add(new Difference(at + "/" + name, name, one, other));
            }
        }
    }

    private static void children(
            String at, String name, JsonNode before, JsonNode after, List<Difference> differences) {
        String id = name.equals("evses") ? "uid" : "id";
        List<JsonNode> others = Parts.objects(after);
        Set<String> seen = new HashSet<>();
        for (JsonNode one : Parts.objects(before)) {
            seen.add(Parts.key(one, id));
            String place = at + "/" + Parts.text(one, id);
            Optional<JsonNode> other = Parts.with(id, Parts.text(one, id), others);
            if (other.isPresent()) {
                compare(place, names(one), one, other.get(), differences);
            } else {
                differences.add(new Difference(place, name, one, before.path("none")));
            }
        }
        for (JsonNode other : others) {
            if (!seen.contains(Parts.key(other, id))) {
                differences.add(new Difference(at + "/" + Parts.text(other, id), name, after.path("none"), other));
            }
        }
    }

    /** Whether two values of a field mean the same. */
    static boolean same(String field, JsonNode one, JsonNode other) {
        if (Parts.absent(one) || Parts.absent(other)) {
            return Parts.absent(one) && Parts.absent(other);
        }
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isTextual() && other.isTextual()) {
            return sameText(field, one.textValue(), other.textValue());
        }
        if (one.isArray() && other.isArray()) {
            return sameList(field, one, other);
        }
        return one.isObject() && other.isObject() ? sameObject(one, other) : one.equals(other);
    }

    private static boolean sameText(String field, String one, String other) {
        Optional<Instant> moment = Moments.read(one);
        if (moment.isPresent()) {
            return moment.equals(Moments.read(other));
        }
        return CASELESS.contains(field) ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    /** The order of a list of words has no meaning in this module. */
    private static boolean sameList(String field, JsonNode one, JsonNode other) {
        boolean words = !one.isEmpty() && one.get(0).isTextual();
        if (words) {
            return new HashSet<>(Parts.strings(one)).equals(new HashSet<>(Parts.strings(other)));
        }
        boolean same = one.size() == other.size();
        for (int index = 0; same && index < one.size(); index++) {
            same = same(field, one.get(index), other.get(index));
        }
        return same;
    }

    private static boolean sameObject(JsonNode one, JsonNode other) {
        Set<String> names = names(one);
        names.addAll(names(other));
        return names.stream().allMatch(name -> same(name, one.path(name), other.path(name)));
    }
}
