package dev.roamlab.pricing.check;

import dev.roamlab.ocpi.types.OcpiRecord;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something in a CDR that is not as expected.
 *
 * @param field a JSON pointer into the CDR in its 2.3.0 form, such as {@code /total_cost/before_taxes}
 * @param tolerance how far apart expected and found may be; empty where they must be equal
 * @param why the rule, in a sentence
 */
@OcpiRecord
public record Difference(
        Severity severity, String field, String expected, String found, Optional<BigDecimal> tolerance, String why) {

    /** How much it matters. */
    public enum Severity {
        /** The CDR contradicts its tariff, itself or the session. */
        WRONG,
        /** The CDR may be right: OCPI leaves room, or something could not be checked. */
        NOTE
    }

    /** Such as {@code /total_energy: expected 12.3, found 13 (tolerance 0.001): …}. */
    @Override
    public String toString() {
        String within = tolerance
                .map(most -> " (tolerance " + most.toPlainString() + ")")
                .orElse("");
        return field + ": expected " + expected + ", found " + found + within + ": " + why;
    }
}
