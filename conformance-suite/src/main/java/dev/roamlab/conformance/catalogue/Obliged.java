package dev.roamlab.conformance.catalogue;

import java.util.Locale;

/** Who has to do what a requirement asks. */
public enum Obliged implements Spelled {
    /** Whoever answers the HTTP request. */
    SERVER,
    /** Whoever sends the HTTP request. */
    CLIENT,
    /** Whoever implements the sender interface of the module. */
    SENDER,
    /** Whoever implements the receiver interface of the module. */
    RECEIVER,
    CPO,
    EMSP,
    HUB,
    ANY;

    /** The word as the catalogue files spell it. */
    @Override
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
