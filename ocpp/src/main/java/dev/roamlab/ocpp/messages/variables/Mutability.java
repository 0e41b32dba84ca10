package dev.roamlab.ocpp.messages.variables;

/** Whether a value may be read and written. */
public enum Mutability {
    READ_ONLY,
    WRITE_ONLY,
    READ_WRITE
}
