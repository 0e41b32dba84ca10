package dev.roamlab.node.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Ways to spoil a value. */
final class Values {
    private Values() {}

    /** JSON as it is written. */
    static JsonNode json(String text) {
        return Messages.json(io.vertx.core.buffer.Buffer.buffer(text)).orElseThrow();
    }

    /** A DateTime with six digits after the second. */
    static UnaryOperator<JsonNode> withMicros() {
        return value -> TextNode.valueOf(value.asText().replaceAll("(\\.\\d+)?Z?$", "") + ".123456Z");
    }

    /** A number with fewer decimals. */
    static UnaryOperator<JsonNode> rounded(int decimals) {
        return value -> DecimalNode.valueOf(value.decimalValue().setScale(decimals, RoundingMode.HALF_UP));
    }

    /** Null, where a value is due. */
    static UnaryOperator<JsonNode> nothing() {
        return value -> NullNode.getInstance();
    }

    /** Always the same text. */
    static UnaryOperator<JsonNode> text(String text) {
        return value -> TextNode.valueOf(text);
    }

    /** What is no text, in quotes. */
    static UnaryOperator<JsonNode> quoted() {
        return value -> TextNode.valueOf(value.asText());
    }

    /** A text as a number, where it is one. */
    static UnaryOperator<JsonNode> number() {
        return value -> DecimalNode.valueOf(new BigDecimal(value.asText()));
    }

    /** Enumeration values in lower case. */
    static UnaryOperator<JsonNode> lowerCase() {
        return value -> TextNode.valueOf(value.asText().toLowerCase(Locale.ROOT));
    }

    /** Continued with one letter until it has so many characters. */
    static UnaryOperator<JsonNode> stretchedTo(int length) {
        return value -> TextNode.valueOf(
                value.asText() + "x".repeat(Math.max(0, length - value.asText().length())));
    }

    /** A DateTime as milliseconds since 1970. */
    static UnaryOperator<JsonNode> epochMillis() {
        return value -> LongNode.valueOf(instant(value).toEpochMilli());
    }

    /** A DateTime with an offset, the same moment as before. */
    static UnaryOperator<JsonNode> withOffset() {
        return value -> TextNode.valueOf(
                DateTimes.format(instant(value).plus(Duration.ofHours(2))).replace("Z", "") + "+02:00");
    }

    /** A DateTime with {@code +00:00} for UTC. */
    static UnaryOperator<JsonNode> withZeroOffset() {
        return value -> TextNode.valueOf(DateTimes.format(instant(value)).replace("Z", "") + "+00:00");
    }

    /** A DateTime with a blank between date and time. */
    static UnaryOperator<JsonNode> withBlank() {
        return value -> TextNode.valueOf(value.asText().replace('T', ' '));
    }

    /** A DateTime moved. */
    static UnaryOperator<JsonNode> moved(Duration by) {
        return value -> TextNode.valueOf(DateTimes.format(instant(value).plus(by)));
    }

    /** A number multiplied. */
    static UnaryOperator<JsonNode> times(String factor) {
        return value -> DecimalNode.valueOf(value.decimalValue().multiply(new BigDecimal(factor)));
    }

    /** A number with something added. */
    static UnaryOperator<JsonNode> plus(String amount) {
        return value -> DecimalNode.valueOf(value.decimalValue().add(new BigDecimal(amount)));
    }

    /** A list's first element alone, without the list. */
    static UnaryOperator<JsonNode> onlyFirst() {
        return value -> value.isArray() && !value.isEmpty() ? value.get(0) : value;
    }

    /** A list without elements. */
    static UnaryOperator<JsonNode> emptied() {
        return value -> Json.array();
    }

    /** A list the other way round. */
    static UnaryOperator<JsonNode> reversed() {
        return value -> {
            ArrayNode reversed = Json.array();
            for (int i = value.size() - 1; i >= 0; i--) {
                reversed.add(value.get(i));
            }
            return reversed;
        };
    }

    private static Instant instant(JsonNode value) {
        return DateTimes.parse(value.asText()).orElse(Instant.EPOCH);
    }
}
