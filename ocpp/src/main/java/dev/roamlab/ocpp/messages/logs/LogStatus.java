package dev.roamlab.ocpp.messages.logs;

/** Whether a log will be uploaded. */
public enum LogStatus {
    ACCEPTED,
    REJECTED,
    ACCEPTED_CANCELED
}
