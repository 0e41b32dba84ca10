package dev.roamlab.ocpp.messages;

/** Which message a CSMS wants to have. */
public enum MessageTrigger {
    BOOT_NOTIFICATION,
    LOG_STATUS_NOTIFICATION,
    FIRMWARE_STATUS_NOTIFICATION,
    HEARTBEAT,
    METER_VALUES,
    STATUS_NOTIFICATION
}
