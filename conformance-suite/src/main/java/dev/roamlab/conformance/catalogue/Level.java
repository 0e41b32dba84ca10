package dev.roamlab.conformance.catalogue;

/** How strongly the specification asks, in the words of RFC 2119. */
public enum Level implements Spelled {
    MUST,
    SHOULD,
    MAY;

    /** The word as the catalogue files and {@code results.json} spell it. */
    @Override
    public String spelling() {
        return name();
    }
}
