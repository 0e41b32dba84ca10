package dev.roamlab.conformance.catalogue;

import java.util.Locale;

/** The OCPI interface on which a requirement is seen. */
public enum InterfaceSide implements Spelled {
    SENDER,
    RECEIVER,
    BOTH,
    /** Neither: versions, credentials and what concerns the transport. */
    NONE;

    /** The word as the catalogue files spell it. */
    @Override
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
