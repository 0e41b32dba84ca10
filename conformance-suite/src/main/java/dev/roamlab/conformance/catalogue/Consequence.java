package dev.roamlab.conformance.catalogue;

/** What a deviation from a requirement means for the verdict. */
public enum Consequence {
    FAILS,
    WARNS,
    /** Neither good nor bad; the report says which way the system went. */
    RECORDED
}
