package dev.roamlab.ocpp.messages.variables;

/** Which of the values that a variable has. */
public enum AttributeType {
    ACTUAL,
    TARGET,
    MIN_SET,
    MAX_SET
}
