package dev.roamlab.ocpp.messages;

/** What became of a change of configuration. */
public enum SetVariableStatus {
    ACCEPTED,
    REJECTED,
    REBOOT_REQUIRED,
    UNKNOWN_VARIABLE
}
