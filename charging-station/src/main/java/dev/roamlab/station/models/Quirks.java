package dev.roamlab.station.models;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The quirks of a model: immutable; most have none. */
public final class Quirks {
    /** By the book. */
    public static final Quirks NONE = new Quirks(new EnumMap<>(Quirk.class));

    private final EnumMap<Quirk, Integer> numbers;

    private Quirks(EnumMap<Quirk, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * From a catalogue: each quirk with its number, or {@code true}.
     *
     * @throws IllegalArgumentException naming quirk, rule and value
     */
    @JsonCreator
    public static Quirks of(Map<String, Object> named) {
        EnumMap<Quirk, Integer> numbers = new EnumMap<>(Quirk.class);
        named.forEach((name, value) -> {
            Quirk quirk =
                    Quirk.named(name).orElseThrow(() -> new IllegalArgumentException("quirks: no '" + name + "'"));
            if (!value.equals(false)) {
                numbers.put(quirk, number(quirk, value));
            }
        });
        return numbers.isEmpty() ? NONE : new Quirks(numbers);
    }

    /** Whether the model has it. */
    public boolean has(Quirk quirk) {
        return this != NONE && numbers.containsKey(quirk);
    }

    /** Its number; 0 where the model does not have it. */
    public int number(Quirk quirk) {
        return this == NONE ? 0 : numbers.getOrDefault(quirk, 0);
    }

    /** As in a catalogue. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> named = new LinkedHashMap<>();
        numbers.forEach((quirk, number) -> named.put(quirk.wireName(), quirk.isFlag() ? (Object) true : number));
        return named;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quirks that && numbers.equals(that.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }

    private static int number(Quirk quirk, Object value) {
        if (quirk.isFlag()) {
            if (value.equals(true)) {
                return 1;
            }
            throw new IllegalArgumentException("quirks." + quirk.wireName() + ": " + value + ", must be true or false");
        }
        if (value instanceof Integer number && number >= quirk.min() && number <= quirk.max()) {
            return number;
        }
        throw new IllegalArgumentException("quirks." + quirk.wireName() + ": " + value
                + ", must be a whole number from " + quirk.min() + " to " + quirk.max());
    }
}
