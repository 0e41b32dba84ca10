package dev.roamlab.ocpp.messages.variables;

/** Whether a variable could be read. */
public enum GetVariableStatus {
    ACCEPTED,
    REJECTED,
    UNKNOWN_COMPONENT,
    UNKNOWN_VARIABLE,
    NOT_SUPPORTED_ATTRIBUTE_TYPE
}
