package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Wire;

/** Which message a CSMS wants to have. OCPP 1.6 knows the first six, and with its security extension the seventh. */
public enum MessageTrigger {
    BOOT_NOTIFICATION,
    LOG_STATUS_NOTIFICATION,
    FIRMWARE_STATUS_NOTIFICATION,
    HEARTBEAT,
    METER_VALUES,
    STATUS_NOTIFICATION,
    SIGN_CHARGING_STATION_CERTIFICATE,
    @Wire("SignV2GCertificate")
    SIGN_V2G_CERTIFICATE,
    SIGN_COMBINED_CERTIFICATE,
    TRANSACTION_EVENT,
    PUBLISH_FIRMWARE_STATUS_NOTIFICATION
}
