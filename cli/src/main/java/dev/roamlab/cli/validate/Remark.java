package dev.roamlab.cli.validate;

import java.util.List;

/**
 * Something to say about a value.
 *
 * @param line in the file
 * @param requirements ids; none for a hint
 * @param value what is there; empty for a hint
 */
public record Remark(Weight weight, String pointer, int line, List<String> requirements, String rule, String value) {

    /** How much it matters. */
    public enum Weight {
        /** Against the specification. */
        FINDING,
        /** Unwise, or against a passage that can be read in two ways. */
        WARNING,
        /** Perhaps a slip of the pen. */
        HINT
    }

    /** A remark; the ids are copied. */
    public Remark {
        requirements = List.copyOf(requirements);
    }
}
