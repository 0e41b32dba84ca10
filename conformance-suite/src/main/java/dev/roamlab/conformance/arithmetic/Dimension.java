package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;

/** What a price component prices. Quantities are kWh, seconds or pieces. */
enum Dimension {
    ENERGY,
    FLAT,
    PARKING_TIME,
    TIME;

    static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal WH = new BigDecimal("0.001");

    /** How many priced units (kWh, hours, pieces) this quantity is. */
    BigDecimal units(BigDecimal quantity) {
        return this == TIME || this == PARKING_TIME ? quantity.divide(HOUR, MathContext.DECIMAL128) : quantity;
    }

    /** The quantity of one step: a Wh or a second. */
    BigDecimal step() {
        return this == ENERGY ? WH : BigDecimal.ONE;
    }

    /** How much a volume of four decimals may be off: 0.00006 kWh or hours. */
    BigDecimal blur() {
        BigDecimal blur = new BigDecimal("0.00006");
        return this == ENERGY ? blur : blur.multiply(HOUR);
    }
}
