package dev.roamlab.conformance.subject;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How far figures may be off before it is a finding.
 *
 * @param clock between the system's clock and ours
 * @param money for each amount that was rounded, in the currency
 * @param energyKwh for a sum of energies, in kWh
 */
public record Tolerances(Duration clock, BigDecimal money, BigDecimal energyKwh) {
    /** A minute, a cent, a watt-hour. */
    public static final Tolerances DEFAULT =
            new Tolerances(Duration.ofSeconds(60), new BigDecimal("0.01"), new BigDecimal("0.001"));
}
