package dev.roamlab.ocpi.locations;

/** Where the EVSE stands, seen from the parked vehicle; a closed list. Spec: mod_locations_evseposition_enum. */
public enum EvsePosition {
    LEFT,
    RIGHT,
    CENTER
}
