package dev.roamlab.conformance.schema;

import java.util.List;

/**
 * A keyword of a schema in its place.
 *
 * @param ids what it proves there
 * @param warns whether breaking it is only a warning
 * @param words how to say it
 */
record Rule(List<String> ids, boolean warns, String words) {
    Rule {
        ids = List.copyOf(ids);
    }

    SchemaFinding brokenAt(String pointer, String value) {
        return new SchemaFinding(pointer, ids, words, value, warns);
    }
}
