package dev.roamlab.pricing.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Problem;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.InvalidField;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A JSON object whose fields are read one by one; what is wrong is collected, null counts as absent. */
final class Fields {
    private static final int CLIP = 60;

    private final JsonNode json;
    private final String pointer;
    private final List<Problem> problems;

    Fields(JsonNode json, String pointer, List<Problem> problems) {
        this.json = json;
        this.pointer = pointer;
        this.problems = problems;
        if (!json.isObject()) {
            problems.add(new Problem(pointer, "must be a JSON object", clip(json.toString())));
        }
    }

    void problem(String field, String rule, String value) {
        problems.add(new Problem(pointer + "/" + field, rule, clip(value)));
    }

    /** Notes the absence of a field, unless there was something that was wrong already. */
    <T> Optional<T> required(String field, Optional<T> value) {
        if (json.isObject() && isAbsent(field)) {
            problem(field, "required", "");
        }
        return value;
    }

    List<Fields> objects(String field) {
        List<Fields> objects = new ArrayList<>();
        if (!json.isObject()) {
            return objects;
        }
        JsonNode array = json.path(field);
        if (!array.isArray() || array.isEmpty()) {
            problem(field, "must be an array with at least one object", array.isMissingNode() ? "" : array.toString());
            return objects;
        }
        for (int i = 0; i < array.size(); i++) {
            objects.add(new Fields(array.path(i), pointer + "/" + field + "/" + i, problems));
        }
        return objects;
    }

    Optional<Instant> instant(String field) {
        Optional<String> text =
                take(field, JsonNode::isTextual, "must be a date and time").map(JsonNode::textValue);
        Optional<Instant> instant = text.flatMap(Fields::instantOf);
        if (text.isPresent() && instant.isEmpty()) {
            problem(field, "must be a date and time such as 2024-03-04T09:30:00Z", text.get());
        }
        return instant;
    }

    private static Optional<Instant> instantOf(String text) {
        try {
            return DateTimes.parse(text)
                    .or(() -> Optional.of(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    Optional<BigDecimal> number(String field) {
        return take(field, JsonNode::isNumber, "must be a JSON number").map(JsonNode::decimalValue);
    }

    boolean flag(String field) {
        return take(field, JsonNode::isBoolean, "must be true or false")
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    Optional<CiString> id(String field) {
        try {
            return take(field, JsonNode::isTextual, "must be a string")
                    .map(JsonNode::textValue)
                    .map(CiString::new);
        } catch (InvalidField invalid) {
            problem(field, invalid.rule(), invalid.value());
            return Optional.empty();
        }
    }

    <E extends Enum<E>> Optional<E> constant(String field, Class<E> type) {
        String rule = "must be one of " + Arrays.toString(type.getEnumConstants());
        Optional<String> name = take(field, JsonNode::isTextual, rule).map(JsonNode::textValue);
        Optional<E> constant = name.flatMap(text -> Arrays.stream(type.getEnumConstants())
                .filter(candidate -> candidate.name().equals(text))
                .findFirst());
        if (name.isPresent() && constant.isEmpty()) {
            problem(field, rule, name.get());
        }
        return constant;
    }

    private Optional<JsonNode> take(String field, Predicate<JsonNode> valid, String rule) {
        if (isAbsent(field)) {
            return Optional.empty();
        }
        JsonNode value = json.path(field);
        if (!valid.test(value)) {
            problem(field, rule, value.toString());
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private boolean isAbsent(String field) {
        return json.path(field).isMissingNode() || json.path(field).isNull();
    }

    private static String clip(String value) {
        return value.length() <= CLIP ? value : value.substring(0, CLIP) + "…";
    }
}
