package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.types.CiString;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameters of a trigger; what is missing or wrong is named. */
record Params(String trigger, JsonNode json) {

    /** A text that must be there. */
    String text(String name) {
        return optional(name).orElseThrow(() -> Refusal.bad(trigger + ": " + name + ": required, but missing"));
    }

    /** An id that must be there. */
    CiString id(String name) {
        return new CiString(text(name));
    }

    /** An id that may be missing. */
    Optional<CiString> optionalId(String name) {
        return optional(name).map(CiString::new);
    }

    /** A text that may be missing; null and the empty text count as missing. */
    Optional<String> optional(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw Refusal.bad(trigger + ": " + name + ": must be a string, found " + value);
        }
        return Optional.of(value.asText()).filter(text -> !text.isEmpty());
    }

    /** A switch. */
    boolean flag(String name, boolean usual) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return usual;
        }
        if (!value.isBoolean()) {
            throw Refusal.bad(trigger + ": " + name + ": must be true or false, found " + value);
        }
        return value.asBoolean();
    }

    /** One of the values of an enumeration. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = text(name).toUpperCase(Locale.ROOT);
        return Stream.of(type.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.bad(trigger + ": " + name + ": must be one of "
                        + String.join(
                                ", ",
                                Stream.of(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList())
                        + ", found " + text));
    }
}
