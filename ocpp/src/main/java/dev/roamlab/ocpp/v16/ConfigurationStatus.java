package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.ChangeConfigurationStatus;

/** What became of a change of configuration. */
enum ConfigurationStatus {
    ACCEPTED,
    REJECTED,
    REBOOT_REQUIRED,
    NOT_SUPPORTED;

    static ConfigurationStatus of(ChangeConfigurationStatus status) {
        return status == ChangeConfigurationStatus.UNKNOWN_VARIABLE ? NOT_SUPPORTED : valueOf(status.name());
    }

    ChangeConfigurationStatus neutral() {
        return this == NOT_SUPPORTED
                ? ChangeConfigurationStatus.UNKNOWN_VARIABLE
                : ChangeConfigurationStatus.valueOf(name());
    }
}
