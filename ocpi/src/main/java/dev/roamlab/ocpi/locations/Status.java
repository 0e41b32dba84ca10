package dev.roamlab.ocpi.locations;

/** The state of an EVSE; a closed list. Spec: mod_locations_status_enum. */
public enum Status {
    AVAILABLE,
    /** Not accessible, by a parked car for example. */
    BLOCKED,
    CHARGING,
    /** Not in service, but not broken. */
    INOPERATIVE,
    OUTOFORDER,
    PLANNED,
    /** Gone for good. */
    REMOVED,
    RESERVED,
    /** Not known, also when offline. */
    UNKNOWN
}
