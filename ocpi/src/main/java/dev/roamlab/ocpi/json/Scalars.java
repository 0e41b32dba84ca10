package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.WireName;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is neither an object nor a list: how it reads and how it is written. */
final class Scalars {
    private static final DateTimeFormatter HOUR_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private static final ClassValue<Text> TEXTS = new ClassValue<>() {
        @Override
        protected Text computeValue(Class<?> type) {
            return new Text(type);
        }
    };

    private static final ClassValue<Names> NAMES = new ClassValue<>() {
        @Override
        protected Names computeValue(Class<?> type) {
            return new Names(type);
        }
    };

    private Scalars() {}

    /** @throws InvalidField with the rule that the JSON breaks */
    static Object decode(Class<?> type, JsonNode json) {
        if (type == BigDecimal.class) {
            require(json.isNumber(), "must be a JSON number", json);
            return Json.plain(json.decimalValue());
        }
        if (type == int.class || type == Integer.class) {
            require(json.isNumber() && isInt(json), "must be a whole number", json);
            return json.decimalValue().intValueExact();
        }
        if (type == boolean.class || type == Boolean.class) {
            require(json.isBoolean(), "must be true or false", json);
            return json.booleanValue();
        }
        require(json.isTextual(), "must be a JSON string", json);
        return fromText(type, json.textValue());
    }

    private static Object fromText(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == Instant.class) {
            return DateTimes.parse(text)
                    .orElseThrow(() -> invalid("must be a DateTime in UTC such as 2026-11-21T10:00:00Z", text));
        }
        if (type.isEnum()) {
            return NAMES.get(type).parse(text);
        }
        if (type == LocalTime.class || type == LocalDate.class) {
            return dateOrTime(type, text);
        }
        return TEXTS.get(type).make(text);
    }

    private static Object dateOrTime(Class<?> type, String text) {
        try {
            return type == LocalTime.class ? LocalTime.parse(text, HOUR_MINUTE) : LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw invalid(type == LocalTime.class ? "must be a time HH:MM" : "must be a date YYYY-MM-DD", text);
        }
    }

    /** The constants of a closed enum as the wire calls them. */
    static List<String> constants(Class<?> type) {
        return List.copyOf(NAMES.get(type).byWire.keySet());
    }

    static JsonNode encode(Object value) {
        if (value instanceof BigDecimal number) {
            return DecimalNode.valueOf(Json.plain(number));
        }
        if (value instanceof Integer number) {
            return IntNode.valueOf(number);
        }
        if (value instanceof Boolean flag) {
            return BooleanNode.valueOf(flag);
        }
        return TextNode.valueOf(text(value));
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Instant moment) {
            return DateTimes.format(moment);
        }
        if (value instanceof Enum<?> constant) {
            return NAMES.get(constant.getDeclaringClass()).write(constant);
        }
        if (value instanceof LocalTime time) {
            return HOUR_MINUTE.format(time);
        }
        return value instanceof LocalDate
                ? value.toString()
                : TEXTS.get(value.getClass()).text(value);
    }

    private static boolean isInt(JsonNode json) {
        BigDecimal number = Json.plain(json.decimalValue());
        return number.scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }

    private static void require(boolean holds, String rule, JsonNode json) {
        if (!holds) {
            throw invalid(rule, json.toString());
        }
    }

    private static InvalidField invalid(String rule, String value) {
        return new InvalidField("", rule, value);
    }

    /** A record around one text. */
    private static final class Text {
        private final MethodHandle make;
        private final MethodHandle text;

        Text(Class<?> type) {
            if (!Shape.isText(type)) {
                throw new IllegalStateException(type + " is no type that OCPI's JSON knows");
            }
            try {
                var lookup = MethodHandles.publicLookup();
                make = lookup.findConstructor(type, MethodType.methodType(void.class, String.class))
                        .asType(MethodType.methodType(Object.class, String.class));
                text = lookup.unreflect(type.getRecordComponents()[0].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
            } catch (ReflectiveOperationException hidden) {
                throw new IllegalStateException(type + " must be public", hidden);
            }
        }

        Object make(String value) {
            try {
                return make.invokeExact(value);
            } catch (RuntimeException refused) {
                throw refused;
            } catch (Throwable broken) {
                throw new IllegalStateException(broken);
            }
        }

        String text(Object value) {
            try {
                Object result = text.invokeExact(value);
                return (String) result;
            } catch (Throwable broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    /** The constants of a closed enum by what they are called on the wire. */
    private static final class Names {
        private final Map<String, Object> byWire = new LinkedHashMap<>();
        private final Map<Object, String> byConstant = new LinkedHashMap<>();

        Names(Class<?> type) {
            for (Object constant : type.getEnumConstants()) {
                String wire = wireName(type, (Enum<?>) constant);
                byWire.put(wire, constant);
                byConstant.put(constant, wire);
            }
        }

        private static String wireName(Class<?> type, Enum<?> constant) {
            try {
                WireName given = type.getField(constant.name()).getAnnotation(WireName.class);
                return given == null ? constant.name() : given.value();
            } catch (NoSuchFieldException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        Object parse(String text) {
            Object constant = byWire.get(text);
            if (constant == null) {
                throw invalid("must be one of " + String.join(", ", byWire.keySet()), text);
            }
            return constant;
        }

        String write(Enum<?> constant) {
            return java.util.Objects.requireNonNull(byConstant.get(constant));
        }
    }
}
