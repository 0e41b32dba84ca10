package dev.roamlab.conformance.schema;

import java.util.List;
import java.util.Set;

/**
 * What the rules say of one object.
 *
 * @param findings the rules it breaks
 * @param hints unknown fields that may be misspelt
 * @param exercised ids of the requirements whose rules had something to judge in this object, kept or broken: tells passed from
 *     inconclusive
 */
public record SchemaReport(List<SchemaFinding> findings, List<FieldHint> hints, Set<String> exercised) {

    /** A report; the collections are copied. */
    public SchemaReport {
        findings = List.copyOf(findings);
        hints = List.copyOf(hints);
        exercised = Set.copyOf(exercised);
    }

    /** Whether no rule is broken, not even one that only warns. */
    public boolean isClean() {
        return findings.isEmpty();
    }
}
