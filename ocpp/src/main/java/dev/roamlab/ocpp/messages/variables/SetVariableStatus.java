package dev.roamlab.ocpp.messages.variables;

/** Whether a variable was changed. */
public enum SetVariableStatus {
    ACCEPTED,
    REJECTED,
    UNKNOWN_COMPONENT,
    UNKNOWN_VARIABLE,
    NOT_SUPPORTED_ATTRIBUTE_TYPE,
    REBOOT_REQUIRED
}
