package dev.roamlab.conformance.arithmetic;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A part of a charging period over which no price changes.
 *
 * @param period index of the charging period
 * @param tariff the Tariff of the period, if one applies
 * @param clockSeconds how long it lasts by the clock
 * @param billedSeconds how much time is to be billed: the volume where one is given
 * @param timed whether a time volume is given
 * @param kwhBefore energy of the session before it
 * @param secondsBefore duration of the session (or of the reservation) before it
 */
@RecordBuilder
record Stretch(
        int period,
        Kind kind,
        Optional<PricedTariff> tariff,
        Instant start,
        BigDecimal clockSeconds,
        BigDecimal billedSeconds,
        boolean timed,
        BigDecimal kwh,
        BigDecimal kwhBefore,
        BigDecimal secondsBefore,
        Range power,
        Range current)
        implements StretchBuilder.With {
    /** What the EVSE does. */
    enum Kind {
        RESERVED,
        CHARGING,
        PARKED
    }

    boolean reserved() {
        return kind == Kind.RESERVED;
    }
}
