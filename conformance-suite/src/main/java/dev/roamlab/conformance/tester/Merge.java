package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a PATCH does: fields that are given replace those that are there, null removes. Spec: transport_and_format_patch. */
final class Merge {
    private Merge() {}

    static ObjectNode of(ObjectNode present, JsonNode patch) {
        ObjectNode merged = present.deepCopy();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else {
                merged.set(field.getKey(), field.getValue().deepCopy());
            }
        });
        return merged;
    }
}
