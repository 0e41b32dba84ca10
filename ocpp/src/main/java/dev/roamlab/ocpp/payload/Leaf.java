package dev.roamlab.ocpp.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A value without parts on the wire.
 *
 * @param read from JSON; the text is the field's path, for errors
 */
public record Leaf(Reader read, Function<Object, JsonNode> write) {

    /** Reads a value, or throws the error that names the field. */
    public interface Reader {
        Object read(JsonNode node, String field);
    }

    private static final int MAX_DIGITS = 30;

    private static final Map<Class<?>, Leaf> KNOWN = new ConcurrentHashMap<>(Map.of(
            String.class,
            new Leaf(Leaf::text, value -> TextNode.valueOf((String) value)),
            Integer.class,
            new Leaf(Leaf::integer, value -> IntNode.valueOf((Integer) value)),
            Boolean.class,
            new Leaf(Leaf::bool, value -> BooleanNode.valueOf((Boolean) value)),
            JsonNode.class,
            new Leaf((node, field) -> node, value -> (JsonNode) value),
            BigDecimal.class,
            new Leaf(Leaf::decimal, value -> DecimalNode.valueOf(plain((BigDecimal) value))),
            Instant.class,
            new Leaf(Leaf::moment, value -> TextNode.valueOf(DateTimes.write((Instant) value)))));

    /** The leaf for a type; empty when values of that type have parts. */
    public static Optional<Leaf> of(Class<?> type) {
        return Optional.ofNullable(
                type.isEnum()
                        ? KNOWN.computeIfAbsent(type, all -> spelled(all, UnaryOperator.identity()))
                        : KNOWN.get(type));
    }

    /** How the wire spells a constant. */
    static String spelling(Enum<?> constant) {
        if (constant instanceof Spelled spelled) {
            return spelled.wireName();
        }
        try {
            Wire wire = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Wire.class);
            return wire == null ? camelCase(constant.name()) : wire.value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(constant + " is a field of its enum", impossible);
        }
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        for (String word : name.split("_")) {
            camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return camel.toString();
    }

    /** @param said what is said instead of a constant; one that is said as another is never read */
    static Leaf spelled(Class<?> type, UnaryOperator<Enum<?>> said) {
        Map<String, Object> bySpelling = new LinkedHashMap<>();
        Map<Object, JsonNode> spelled = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            Enum<?> value = (Enum<?>) constant;
            String spelling = spelling(said.apply(value));
            if (said.apply(value) == value) {
                bySpelling.put(spelling, value);
            }
            spelled.put(value, TextNode.valueOf(spelling));
        }
        String allowed = String.join(", ", bySpelling.keySet());
        return new Leaf(
                (node, field) -> Optional.ofNullable(bySpelling.get(text(node, field)))
                        .orElseThrow(() -> new OcppCallException(
                                RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                                field + ": '" + shortened(node.textValue()) + "', must be one of " + allowed)),
                value -> spelled.getOrDefault(value, TextNode.valueOf("")));
    }

    private static String text(JsonNode node, String field) {
        if (!node.isTextual()) {
            throw mistyped(node, field, "a string");
        }
        return node.textValue();
    }

    private static Object integer(JsonNode node, String field) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw mistyped(node, field, "an integer of 32 bits");
        }
        return node.intValue();
    }

    private static Object bool(JsonNode node, String field) {
        if (!node.isBoolean()) {
            throw mistyped(node, field, "true or false");
        }
        return node.booleanValue();
    }

    private static Object decimal(JsonNode node, String field) {
        if (!node.isNumber()) {
            throw mistyped(node, field, "a number");
        }
        BigDecimal number = node.decimalValue();
        // Writing out 1e999999 would take a million digits.
        if (Math.abs(number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            throw new OcppCallException(
                    RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                    field + ": " + shortened(node.toString()) + ", at most " + MAX_DIGITS + " digits");
        }
        return plain(number);
    }

    /** One form for equal numbers, without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Object moment(JsonNode node, String field) {
        String text = text(node, field);
        try {
            return DateTimes.read(text);
        } catch (DateTimeException noMoment) {
            throw new OcppCallException(
                    RpcErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                    field + ": '" + shortened(text) + "', must be a date and time like 2024-01-31T12:00:00.000Z");
        }
    }

    private static OcppCallException mistyped(JsonNode node, String field, String wanted) {
        return new OcppCallException(
                RpcErrorCode.TYPE_CONSTRAINT_VIOLATION,
                field + ": " + shortened(node.toString()) + ", must be " + wanted);
    }

    /** The beginning of a value, for messages. */
    public static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
