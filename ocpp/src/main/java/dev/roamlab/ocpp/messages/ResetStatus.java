package dev.roamlab.ocpp.messages;

/** Whether a station will restart. */
public enum ResetStatus {
    ACCEPTED,
    REJECTED,
    SCHEDULED
}
