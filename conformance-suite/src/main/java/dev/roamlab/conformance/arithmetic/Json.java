package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reading of raw JSON; what is there in a wrong form is {@link Unknowable}. */
final class Json {
    private Json() {}

    static BigDecimal number(JsonNode object, String field) {
        return maybeNumber(object, field).orElseThrow(() -> new Unknowable(field + " is missing"));
    }

    static Optional<BigDecimal> maybeNumber(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw new Unknowable(field + " is no number: " + value);
        }
        return Optional.of(value.decimalValue());
    }

    static Optional<String> maybeText(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    static String text(JsonNode object, String field) {
        return maybeText(object, field).orElseThrow(() -> new Unknowable(field + " is missing or no string"));
    }

    /** A DateTime with an offset, or, as OCPI allows, without one in UTC. */
    static Instant instant(JsonNode object, String field) {
        String text = text(object, field);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException bad) {
                throw new Unknowable(field + " is no DateTime: " + text);
            }
        }
    }

    static <T> Optional<T> parsed(JsonNode object, String field, Function<String, T> parser) {
        return maybeText(object, field).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException bad) {
                throw new Unknowable(field + " cannot be read: " + text);
            }
        });
    }

    static List<JsonNode> list(JsonNode object, String field) {
        List<JsonNode> items = new ArrayList<>();
        object.path(field).forEach(items::add);
        return items;
    }
}
