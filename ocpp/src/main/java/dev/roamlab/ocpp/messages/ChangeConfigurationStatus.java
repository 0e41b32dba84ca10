package dev.roamlab.ocpp.messages;

/** What became of a change of configuration. */
public enum ChangeConfigurationStatus {
    ACCEPTED,
    REJECTED,
    REBOOT_REQUIRED,
    UNKNOWN_VARIABLE
}
