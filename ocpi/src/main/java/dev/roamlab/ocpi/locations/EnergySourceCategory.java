package dev.roamlab.ocpi.locations;

/** A way to make energy; a closed list. Spec: mod_locations_energysourcecategory_enum. */
public enum EnergySourceCategory {
    NUCLEAR,
    GENERAL_FOSSIL,
    COAL,
    GAS,
    GENERAL_GREEN,
    SOLAR,
    WIND,
    WATER
}
