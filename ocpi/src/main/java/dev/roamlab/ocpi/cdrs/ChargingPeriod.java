package dev.roamlab.ocpi.cdrs;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of a session; it ends where the next one starts, the last one with the session. Spec:
 * mod_cdrs_chargingperiod_class.
 *
 * @param tariffId empty when no tariff applies
 */
public record ChargingPeriod(Instant startDateTime, List<CdrDimension> dimensions, Optional<CiString> tariffId) {
    public ChargingPeriod {
        Require.present("start_date_time", startDateTime);
        Require.notEmpty("dimensions", dimensions);
        dimensions = List.copyOf(dimensions);
        Require.length("tariff_id", tariffId, 36);
    }

    /** The volume of a dimension, if the period has it. */
    public Optional<BigDecimal> volume(CdrDimensionType type) {
        return dimensions.stream()
                .filter(dimension -> dimension.type() == type)
                .map(CdrDimension::volume)
                .findFirst();
    }
}
