package dev.roamlab.ocpi.cdrs;

/** What a charging period can report; a closed list. Spec: mod_cdrs_cdrdimensiontype_enum. */
public enum CdrDimensionType {
    /** Average, A. */
    CURRENT,
    /** Net, kWh. */
    ENERGY,
    ENERGY_EXPORT,
    ENERGY_IMPORT,
    /** A, summed over the phases. */
    MAX_CURRENT,
    /** A, summed over the phases. */
    MIN_CURRENT,
    /** kW. */
    MAX_POWER,
    /** kW. */
    MIN_POWER,
    /** Hours in which the vehicle asks for no power. */
    PARKING_TIME,
    /** Average, kW. */
    POWER,
    /** Hours. */
    RESERVATION_TIME,
    /** Percent. */
    STATE_OF_CHARGE,
    /** Hours of charging. */
    TIME;

    /** Whether it belongs in Sessions only, never in a CDR. */
    public boolean sessionOnly() {
        return switch (this) {
            case CURRENT, ENERGY_EXPORT, ENERGY_IMPORT, POWER, STATE_OF_CHARGE -> true;
            case ENERGY, MAX_CURRENT, MIN_CURRENT, MAX_POWER, MIN_POWER, PARKING_TIME, RESERVATION_TIME, TIME -> false;
        };
    }
}
