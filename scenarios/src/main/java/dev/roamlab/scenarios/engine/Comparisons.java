package dev.roamlab.scenarios.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.roamlab.scenarios.file.Claim.Operator;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Compares values of JSON as people do: 1 is 1.00, and what is not there equals nothing. */
final class Comparisons {
    private static final Comparator<JsonNode> NUMBERS_BY_VALUE = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    };

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Comparisons() {}

    /** The value at a path such as {@code evses.0.status}; an empty path is the object itself. */
    static JsonNode at(JsonNode object, String path) {
        JsonNode found = object;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            found = found.isArray() && name.matches("\\d{1,6}") ? found.path(Integer.parseInt(name)) : found.path(name);
        }
        return found.isNull() ? MissingNode.getInstance() : found;
    }

    static boolean holds(Operator operator, JsonNode actual, JsonNode expected) {
        if (actual.isMissingNode()) {
            return false;
        }
        return switch (operator) {
            case IS, SAME_AS -> equal(actual, meant(actual, expected));
            case IS_NOT -> !equal(actual, meant(actual, expected));
            case AT_LEAST -> compare(actual, meant(actual, expected)) >= 0;
            case AT_MOST -> compare(actual, meant(actual, expected)) <= 0;
            case ONE_OF -> StreamSupport.stream(expected.spliterator(), false).anyMatch(one -> equal(actual, one));
            case CONTAINS -> contains(actual, expected);
            case EXISTS, COUNT -> throw new IllegalArgumentException(operator + " is not about a value");
        };
    }

    /** A fact of the world is a text; held against a number, it is one. */
    private static JsonNode meant(JsonNode actual, JsonNode expected) {
        boolean number = actual.isNumber()
                && expected.isTextual()
                && NUMBER.matcher(expected.textValue()).matches();
        return number ? DecimalNode.valueOf(new BigDecimal(expected.textValue())) : expected;
    }

    private static boolean equal(JsonNode one, JsonNode other) {
        // Jackson lets a comparator decide about leaves, so 3 equals 3.00 inside lists and objects, too.
        return one.equals(NUMBERS_BY_VALUE, other);
    }

    /** Numbers by value, all else by its text: RFC 3339 times in UTC sort as they should. */
    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.asText().compareTo(other.asText());
    }

    private static boolean contains(JsonNode actual, JsonNode expected) {
        return actual.isArray()
                ? StreamSupport.stream(actual.spliterator(), false).anyMatch(element -> equal(element, expected))
                : actual.asText().contains(expected.asText());
    }
}
