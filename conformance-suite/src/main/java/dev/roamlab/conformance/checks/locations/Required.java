package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields that each Location, EVSE and Connector has. Spec: mod_locations_location_object. */
final class Required {
    private static final Map<String, List<String>> FIELDS = Map.of(
            "Location",
            List.of(
                    "country_code",
                    "party_id",
                    "id",
                    "publish",
                    "address",
                    "city",
                    "country",
                    "coordinates",
                    "time_zone",
                    "last_updated"),
            "EVSE",
            List.of("uid", "status", "connectors", "last_updated"),
            "Connector",
            List.of("id", "standard", "format", "power_type", "max_voltage", "max_amperage", "last_updated"));

    private Required() {}

    /** What is missing or null in an object and in those that are nested in it, as JSON pointers. */
    static List<String> missing(String type, JsonNode object) {
        List<String> missing = new ArrayList<>();
        collect(type, object, "", missing);
        return missing;
    }

    private static void collect(String type, JsonNode object, String at, List<String> missing) {
        for (String field : FIELDS.get(type)) {
            if (Parts.absent(object.path(field))) {
                missing.add(at + "/" + field);
            }
        }
        children(object.path("evses"), "EVSE", at + "/evses/", missing);
        children(object.path("connectors"), "Connector", at + "/connectors/", missing);
    }

    private static void children(JsonNode list, String type, String at, List<String> missing) {
        if (list.isArray()) {
            for (int index = 0; index < list.size(); index++) {
                collect(type, list.get(index), at + index, missing);
            }
        }
    }
}
