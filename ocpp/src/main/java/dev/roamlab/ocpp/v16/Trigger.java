package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.MessageTrigger;

/** Which message a CSMS wants to have. */
enum Trigger {
    BOOT_NOTIFICATION,
    DIAGNOSTICS_STATUS_NOTIFICATION,
    FIRMWARE_STATUS_NOTIFICATION,
    HEARTBEAT,
    METER_VALUES,
    STATUS_NOTIFICATION;

    static Trigger of(MessageTrigger trigger) {
        return trigger == MessageTrigger.LOG_STATUS_NOTIFICATION
                ? DIAGNOSTICS_STATUS_NOTIFICATION
                : valueOf(trigger.name());
    }

    MessageTrigger neutral() {
        return this == DIAGNOSTICS_STATUS_NOTIFICATION
                ? MessageTrigger.LOG_STATUS_NOTIFICATION
                : MessageTrigger.valueOf(name());
    }
}
