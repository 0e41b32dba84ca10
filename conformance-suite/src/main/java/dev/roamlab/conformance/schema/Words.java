package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Rules and values as one says them. */
final class Words {
    private static final int VALUES_SHOWN = 14;
    private static final int VALUE_LENGTH = 80;

    private Words() {}

    static String rule(String keyword, JsonNode value) {
        return switch (keyword) {
            case "type" -> "has to be " + type(value);
            case "maxLength" -> "at most " + value.asText() + " characters";
            case "minLength" -> "not empty";
            case "minItems" -> "at least one element";
            case "minimum" -> "at least " + value.asText();
            case "maximum" -> "at most " + value.asText();
            case "enum" -> "one of " + list(value);
            case "const" -> "exactly " + value.asText();
            case "format" -> Notation.named(value.asText()).words();
            case "multipleOf" -> "a multiple of " + value.asText();
            default -> keyword + " " + value;
        };
    }

    static String value(JsonNode value) {
        if (value.isMissingNode()) {
            return "absent";
        }
        String text = value.toString();
        return text.length() <= VALUE_LENGTH ? text : text.substring(0, VALUE_LENGTH - 1) + "…";
    }

    private static String type(JsonNode type) {
        if (type.isArray()) {
            List<String> names = new ArrayList<>();
            type.forEach(each -> names.add(type(each)));
            return String.join(" or ", names);
        }
        return switch (type.asText()) {
            case "array" -> "a list";
            case "object" -> "an object";
            case "integer" -> "an integer";
            case "boolean" -> "true or false";
            default -> "a " + type.asText();
        };
    }

    private static String list(JsonNode values) {
        List<String> shown = new ArrayList<>();
        values.forEach(value -> shown.add(value.asText()));
        return shown.size() <= VALUES_SHOWN
                ? String.join(", ", shown)
                : String.join(", ", shown.subList(0, VALUES_SHOWN)) + " and " + (shown.size() - VALUES_SHOWN) + " more";
    }
}
