package dev.roamlab.pricing;

import dev.roamlab.ocpi.cdrs.CdrDimensionType;

/** What the charger did for the driver during a phase. */
public enum PhaseKind {
    /** Held for the driver, not yet in use. */
    RESERVED(CdrDimensionType.RESERVATION_TIME),
    /** The vehicle asks for energy, whether it gets any or not. */
    CHARGING(CdrDimensionType.TIME),
    /** Occupied, and the vehicle asks for nothing. */
    PARKED(CdrDimensionType.PARKING_TIME);

    private final CdrDimensionType time;

    PhaseKind(CdrDimensionType time) {
        this.time = time;
    }

    /** The dimension in which a charging period reports the hours of such a phase. */
    public CdrDimensionType time() {
        return time;
    }
}
