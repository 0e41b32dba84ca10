package dev.roamlab.conformance.checks.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares JSON as OCPI means it: numbers as decimals, DateTimes as instants, CiStrings without case; what is absent, null or
 * an empty list is the same.
 */
public final class Alike {
    private static final Set<String> CI_STRINGS = Set.of(
            "authorization_reference",
            "connector_id",
            "contract_id",
            "country_code",
            "credit_reference_id",
            "encoding_method",
            "evse_id",
            "evse_uid",
            "group_id",
            "id",
            "invoice_reference_id",
            "location_id",
            "nature",
            "party_id",
            "session_id",
            "tariff_id",
            "uid");

    private Alike() {}

    /** Where the second differs from what the first has, as JSON pointers; what only the second has is not looked at. */
    public static List<String> lacking(JsonNode wanted, JsonNode found) {
        List<String> differences = new ArrayList<>();
        compare("", "", wanted, found, differences);
        return differences;
    }

    /** Where the two differ, as JSON pointers. */
    public static List<String> differing(JsonNode one, JsonNode other) {
        List<String> differences = lacking(one, other);
        lacking(other, one).stream()
                .filter(pointer -> !differences.contains(pointer))
                .forEach(differences::add);
        return differences;
    }

    /** Whether a value is absent, null or an empty list. */
    public static boolean nothing(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
    }

    private static void compare(
            String pointer, String field, JsonNode wanted, JsonNode found, List<String> differences) {
        if (nothing(wanted)) {
            return;
        }
        if (wanted.isObject() && found.isObject()) {
            wanted.properties()
                    .forEach(entry -> compare(
                            pointer + "/" + entry.getKey(),
                            entry.getKey(),
                            entry.getValue(),
                            found.path(entry.getKey()),
                            differences));
        } else if (wanted.isArray() && found.isArray() && wanted.size() == found.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                compare(pointer + "/" + i, field, wanted.get(i), found.get(i), differences);
            }
        } else if (!same(field, wanted, found)) {
            differences.add(pointer);
        }
    }

    private static boolean same(String field, JsonNode wanted, JsonNode found) {
        if (wanted.isNumber() && found.isNumber()) {
            return wanted.decimalValue().compareTo(found.decimalValue()) == 0;
        }
        if (!wanted.isTextual() || !found.isTextual()) {
            return wanted.equals(found);
        }
        if (wanted.equals(found)
                || CI_STRINGS.contains(field) && wanted.textValue().equalsIgnoreCase(found.textValue())) {
            return true;
        }
        Optional<Instant> one = Moment.of(wanted);
        return one.isPresent() && one.equals(Moment.of(found));
    }
}
