package dev.roamlab.ocpp.messages;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One measured figure, in base units: energy is in Wh.
 *
 * @param phase absent: over all phases
 * @param unit absent where the measurand has none, such as a frequency
 * @param signedMeterValue the same figure as the meter signed it
 */
@OcppRecord
public record SampledValue(
        BigDecimal value,
        ReadingContext context,
        Measurand measurand,
        Optional<Phase> phase,
        Location location,
        Optional<UnitOfMeasure> unit,
        Optional<SignedMeterValue> signedMeterValue) {
    /** A figure that nobody signed. */
    public SampledValue(
            BigDecimal value,
            ReadingContext context,
            Measurand measurand,
            Optional<Phase> phase,
            Location location,
            Optional<UnitOfMeasure> unit) {
        this(value, context, measurand, phase, location, unit, Optional.empty());
    }

    /** What the meter of the outlet shows. */
    public static SampledValue registerWh(long wattHours, ReadingContext context) {
        return new SampledValue(
                BigDecimal.valueOf(wattHours),
                context,
                Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
                Optional.empty(),
                Location.OUTLET,
                Optional.of(UnitOfMeasure.WH));
    }

    /** Whether this is the energy delivered so far, over all phases, at the outlet. */
    public boolean isRegister() {
        return measurand == Measurand.ENERGY_ACTIVE_IMPORT_REGISTER && phase.isEmpty() && location == Location.OUTLET;
    }
}
