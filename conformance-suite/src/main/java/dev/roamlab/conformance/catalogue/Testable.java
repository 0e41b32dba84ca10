package dev.roamlab.conformance.catalogue;

import java.util.Locale;

/** How a requirement can be observed from outside. */
public enum Testable implements Spelled {
    /** Visible over HTTP alone. */
    WIRE,
    /** Visible once the operator of the system triggers something: starts a session, changes a location. */
    DRIVEN,
    /** Not observable. */
    NONE;

    /** The word as the catalogue files spell it. */
    @Override
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
