package dev.roamlab.ocpi.locations;

/** The current that a connector delivers; a closed list. Spec: mod_locations_powertype_enum. */
public enum PowerType {
    AC_1_PHASE,
    AC_2_PHASE,
    /** Two phases of a split-phase system. */
    AC_2_PHASE_SPLIT,
    AC_3_PHASE,
    DC
}
