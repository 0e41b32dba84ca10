package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON without the members that are null, which OCPI takes for absent. Elements of lists keep their place. */
final class NullFree {
    private NullFree() {}

    /** The value itself where it has no such member. */
    static JsonNode of(JsonNode value) {
        return hasNull(value) ? without(value) : value;
    }

    private static boolean hasNull(JsonNode value) {
        if (value.isContainerNode()) {
            for (JsonNode child : value) {
                if ((child.isNull() && value.isObject()) || hasNull(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static JsonNode without(JsonNode value) {
        if (value instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(without(element)));
            return copy;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(entry -> {
                if (!entry.getValue().isNull()) {
                    copy.set(entry.getKey(), without(entry.getValue()));
                }
            });
            return copy;
        }
        return value;
    }
}
