package dev.roamlab.station.models;

/** What a connector delivers, in OCPI's words. Spec: mod_locations_powertype_enum. */
public enum PowerType {
    AC_1_PHASE(1),
    AC_2_PHASE(2),
    AC_2_PHASE_SPLIT(1),
    AC_3_PHASE(3),
    DC(1);

    private final int phases;

    PowerType(int phases) {
        this.phases = phases;
    }

    /** Phases that carry current; a split phase counts as one circuit between two lines. */
    public int phases() {
        return phases;
    }

    /** Whether the station converts to DC itself. */
    public boolean direct() {
        return this == DC;
    }
}
