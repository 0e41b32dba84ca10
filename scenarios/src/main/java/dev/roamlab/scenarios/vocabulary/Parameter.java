package dev.roamlab.scenarios.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.scenarios.stage.Who;
import dev.roamlab.scenarios.world.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One argument of a verb, declared once: the JSON Schema, the check of a file, the guide and the verb itself read it here.
 *
 * @param name in the file
 * @param meaning in a few words
 * @param kind what may stand there
 * @param choices the values allowed, for {@link Kind#CHOICE}
 * @param fallback what is taken when nothing is said; empty when something must be
 */
public record Parameter<T>(
        String name,
        String meaning,
        Kind kind,
        List<String> choices,
        Function<JsonNode, T> reader,
        Optional<T> fallback) {

    /** What may stand in an argument; several name something in the scenario's world. */
    public enum Kind {
        TEXT,
        NUMBER,
        INTEGER,
        FLAG,
        DURATION,
        CHOICE,
        OBJECT,
        DRIVER,
        TOKEN,
        CAR,
        CHARGER,
        LOCATION,
        EVSE,
        TARIFF
    }

    /** A text, or the name of something in the scenario's world. */
    static Parameter<String> named(String name, Kind kind, String meaning) {
        return new Parameter<>(name, meaning, kind, List.of(), JsonNode::asText, Optional.empty());
    }

    static Parameter<BigDecimal> number(String name, String meaning) {
        return new Parameter<>(name, meaning, Kind.NUMBER, List.of(), Parameter::decimal, Optional.empty());
    }

    static Parameter<Integer> integer(String name, String meaning) {
        return new Parameter<>(name, meaning, Kind.INTEGER, List.of(), Parameter::whole, Optional.empty());
    }

    static Parameter<Boolean> flag(String name, String meaning) {
        return new Parameter<>(name, meaning, Kind.FLAG, List.of(), JsonNode::booleanValue, Optional.of(false));
    }

    static Parameter<Duration> duration(String name, String meaning) {
        return new Parameter<>(
                name, meaning, Kind.DURATION, List.of(), json -> Durations.parse(json.asText()), Optional.empty());
    }

    static Parameter<JsonNode> object(String name, String meaning) {
        return new Parameter<>(name, meaning, Kind.OBJECT, List.of(), Function.identity(), Optional.empty());
    }

    /** One of the two platforms. */
    static Parameter<Who> platform(String name, String meaning) {
        return choice(name, meaning, List.of("emsp", "cpo"), text -> Who.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    static <E extends Enum<E>> Parameter<E> oneOf(String name, String meaning, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return choice(name, meaning, names, text -> Enum.valueOf(type, text));
    }

    static <T> Parameter<T> choice(String name, String meaning, List<String> choices, Function<String, T> reader) {
        return new Parameter<>(
                name, meaning, Kind.CHOICE, choices, json -> reader.apply(json.asText()), Optional.empty());
    }

    /** The same parameter with a value for when nothing is said. */
    Parameter<T> or(T value) {
        return new Parameter<>(name, meaning, kind, choices, reader, Optional.of(value));
    }

    /** The same parameter, for which nothing need be said. */
    Parameter<Optional<T>> optional() {
        return new Parameter<>(
                name, meaning, kind, choices, json -> Optional.of(reader.apply(json)), Optional.of(Optional.empty()));
    }

    /** Whether something must be said. */
    public boolean required() {
        return fallback.isEmpty();
    }

    /** A number, or a placeholder that stood for one. */
    private static BigDecimal decimal(JsonNode json) {
        return json.isNumber() ? json.decimalValue() : new BigDecimal(json.asText());
    }

    /** A whole number, or a placeholder that stood for one. */
    private static Integer whole(JsonNode json) {
        int number = json.asInt();
        if (number < 1) {
            throw new IllegalArgumentException("must be a whole number from 1, found " + json.asText());
        }
        return number;
    }
}
