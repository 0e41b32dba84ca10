package dev.roamlab.ocpp.messages.firmware;

/** Whether an update will begin. */
public enum UpdateFirmwareStatus {
    ACCEPTED,
    REJECTED,
    ACCEPTED_CANCELED,
    INVALID_CERTIFICATE,
    REVOKED_CERTIFICATE
}
