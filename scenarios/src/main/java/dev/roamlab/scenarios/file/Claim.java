package dev.roamlab.scenarios.file;

import dev.roamlab.scenarios.world.Feature;
import java.util.List;
import java.util.Optional;

/**
 * Something that shall be true of a system's state.
 *
 * @param sentence the claim in words
 * @param needs what a world must have for it
 */
public record Claim(Text sentence, Look look, Comparison comparison, List<Feature> needs) {
    /** A claim; the features are copied. */
    public Claim {
        needs = List.copyOf(needs);
    }

    /** How what is seen is compared. */
    public enum Operator {
        IS,
        IS_NOT,
        AT_LEAST,
        AT_MOST,
        ONE_OF,
        CONTAINS,
        EXISTS,
        COUNT,
        SAME_AS;

        /** The word in scenario files: {@code at_least}. */
        public String spelling() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A comparison with a value, or with what is seen elsewhere.
     *
     * @param value compared with; absent for {@link Operator#SAME_AS}
     * @param other compared with, for {@link Operator#SAME_AS}
     */
    public record Comparison(
            Operator operator, Optional<com.fasterxml.jackson.databind.JsonNode> value, Optional<Look> other) {}
}
