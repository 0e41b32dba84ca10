package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a rule over several fields has something to judge in an object: what its {@code if} asks, and the fields it speaks of. */
final class Applies {
    private Applies() {}

    static boolean to(JsonNode object, JsonNode rule) {
        if (rule.has("if")) {
            boolean holds = holds(object, rule.path("if"));
            JsonNode branch = rule.path(holds ? "then" : "else");
            return !branch.isMissingNode() && to(object, branch);
        }
        if (rule.has("required") || rule.has("not") || rule.has("anyOf")) {
            return true;
        }
        if (rule.has("dependentRequired")) {
            return rule.path("dependentRequired").properties().stream().anyMatch(entry -> object.has(entry.getKey()));
        }
        if (rule.has("properties")) {
            return rule.path("properties").properties().stream()
                    .anyMatch(entry -> object.has(entry.getKey()) && to(object.get(entry.getKey()), entry.getValue()));
        }
        if (rule.has("items")) {
            return object.isArray() && !object.isEmpty() && anyElement(object, rule.path("items"));
        }
        return true;
    }

    private static boolean anyElement(JsonNode list, JsonNode rule) {
        for (JsonNode element : list) {
            if (to(element, rule)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(JsonNode value, JsonNode condition) {
        for (JsonNode field : condition.path("required")) {
            if (!value.has(field.asText())) {
                return false;
            }
        }
        for (var entry : condition.path("properties").properties()) {
            if (value.has(entry.getKey()) && !holds(value.get(entry.getKey()), entry.getValue())) {
                return false;
            }
        }
        return holdsItself(value, condition);
    }

    private static boolean holdsItself(JsonNode value, JsonNode condition) {
        if (condition.has("const") && !condition.get("const").equals(value)) {
            return false;
        }
        if (condition.has("enum") && !contains(condition.get("enum"), value)) {
            return false;
        }
        if (condition.has("not") && holds(value, condition.get("not"))) {
            return false;
        }
        if (condition.has("exclusiveMinimum")) {
            return value.isNumber()
                    && value.asDouble() > condition.get("exclusiveMinimum").asDouble();
        }
        return !condition.has("contains") || value.isArray() && anyHolds(value, condition.get("contains"));
    }

    private static boolean anyHolds(JsonNode list, JsonNode condition) {
        for (JsonNode element : list) {
            if (holds(element, condition)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode element : list) {
            if (element.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
