package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.SetVariableStatus;

/** What became of a change of configuration. */
enum ConfigurationStatus {
    ACCEPTED,
    REJECTED,
    REBOOT_REQUIRED,
    NOT_SUPPORTED;

    static ConfigurationStatus of(SetVariableStatus status) {
        return status == SetVariableStatus.UNKNOWN_VARIABLE ? NOT_SUPPORTED : valueOf(status.name());
    }

    SetVariableStatus neutral() {
        return this == NOT_SUPPORTED ? SetVariableStatus.UNKNOWN_VARIABLE : SetVariableStatus.valueOf(name());
    }
}
