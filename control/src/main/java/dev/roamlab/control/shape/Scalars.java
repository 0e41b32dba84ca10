package dev.roamlab.control.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Everything that is neither an object nor a list: how it is read, checked and written. */
final class Scalars {
    /** Beyond this, numbers in JSON are not exact for everybody. */
    private static final double EXACT = 9_007_199_254_740_991.0;

    private Scalars() {}

    /** Either a value or the rule that was broken, as a sentence goes on after "must be". */
    record Read(Optional<Object> value, Optional<String> rule) {
        static Read of(Object value) {
            return new Read(Optional.of(value), Optional.empty());
        }

        static Read mustBe(String rule) {
            return new Read(Optional.empty(), Optional.of(rule));
        }
    }

    static Read read(Slot slot, JsonNode json) {
        Class<?> type = slot.element();
        if (type == String.class) {
            return json.isTextual() ? text(slot, json.textValue()) : Read.mustBe("a string");
        }
        if (type == Boolean.class) {
            return json.isBoolean() ? Read.of(json.booleanValue()) : Read.mustBe("true or false");
        }
        if (type == Integer.class || type == Long.class) {
            return whole(slot, json);
        }
        if (type == Double.class) {
            return json.isNumber() ? within(slot, json.doubleValue(), json.doubleValue()) : Read.mustBe("a number");
        }
        if (type.isEnum()) {
            return constant(type, json);
        }
        if (type == Instant.class) {
            return moment(json);
        }
        return Read.of(json);
    }

    static JsonNode write(Object value) {
        if (value instanceof Integer number) {
            return IntNode.valueOf(number);
        } else if (value instanceof Long number) {
            return LongNode.valueOf(number);
        } else if (value instanceof Double number) {
            return DoubleNode.valueOf(number);
        } else if (value instanceof Boolean flag) {
            return BooleanNode.valueOf(flag);
        } else if (value instanceof Enum<?> constant) {
            return TextNode.valueOf(Words.of(constant));
        } else if (value instanceof Instant moment) {
            return TextNode.valueOf(moment.truncatedTo(ChronoUnit.MILLIS).toString());
        }
        return value instanceof JsonNode json ? json : TextNode.valueOf(value.toString());
    }

    static String between(Within bounds) {
        return plain(bounds.min()) + " to " + plain(bounds.max());
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static Read text(Slot slot, String text) {
        int length = text.codePointCount(0, text.length());
        Optional<Length> bounds = slot.length().filter(given -> length < given.min() || length > given.max());
        if (bounds.isPresent()) {
            return Read.mustBe(bounds.get().min() + " to " + bounds.get().max() + " characters long, has " + length);
        }
        boolean fits = slot.pattern().map(form -> form.matcher(text).matches()).orElse(true);
        return fits ? Read.of(text) : Read.mustBe(slot.form().orElseThrow().means());
    }

    private static Read whole(Slot slot, JsonNode json) {
        double number = json.isNumber() ? json.doubleValue() : Double.NaN;
        double highest = slot.element() == Integer.class ? Integer.MAX_VALUE : EXACT;
        if (number != Math.rint(number) || Math.abs(number) > highest) {
            return Read.mustBe("a whole number");
        }
        return within(slot, number, slot.element() == Integer.class ? (Object) (int) number : (Object) (long) number);
    }

    private static Read within(Slot slot, double number, Object value) {
        if (!Double.isFinite(number)) {
            return Read.mustBe("a finite number");
        }
        Optional<Within> broken = slot.bounds().filter(bounds -> number < bounds.min() || number > bounds.max());
        return broken.isPresent() ? Read.mustBe("from " + between(broken.get())) : Read.of(value);
    }

    private static Read constant(Class<?> type, JsonNode json) {
        Object constant = json.isTextual() ? Words.all(type).get(json.textValue()) : null;
        return constant == null
                ? Read.mustBe("one of " + String.join(", ", Words.all(type).keySet()))
                : Read.of(constant);
    }

    private static Read moment(JsonNode json) {
        try {
            return Read.of(Instant.parse(json.isTextual() ? json.textValue() : ""));
        } catch (DateTimeParseException malformed) {
            return Read.mustBe("a moment in UTC such as 2027-03-01T08:00:00Z");
        }
    }
}
