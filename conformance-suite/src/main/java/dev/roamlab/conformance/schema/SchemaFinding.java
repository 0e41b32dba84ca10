package dev.roamlab.conformance.schema;

import java.util.List;

/**
 * A rule that an object breaks.
 *
 * @param pointer JSON pointer to the value, or to the place where it is missing
 * @param requirements ids of the requirements that the rule proves
 * @param rule the rule in plain words: {@code at most 36 characters}
 * @param value what is there instead, shortened
 * @param warnsOnly whether the requirement itself says that this deviation is only a warning; what else softens it is a
 *     matter of the catalogue (level, watch list)
 */
public record SchemaFinding(String pointer, List<String> requirements, String rule, String value, boolean warnsOnly) {

    /** A finding; the ids are copied. */
    public SchemaFinding {
        requirements = List.copyOf(requirements);
    }
}
