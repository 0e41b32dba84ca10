package dev.roamlab.ocpi.tariffs;

/** What can be priced; a closed list. Spec: mod_tariffs_tariffdimensiontype_enum. */
public enum TariffDimensionType {
    /** Priced per kWh, stepped by Wh. */
    ENERGY,
    /** Once. */
    FLAT,
    /** Not charging: priced per hour, stepped by the second. */
    PARKING_TIME,
    /** Charging, or reserved: priced per hour, stepped by the second. */
    TIME
}
