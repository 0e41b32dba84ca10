package dev.roamlab.ocpp.messages;

/** Whether a station will try to start or stop a transaction. */
public enum RequestStartStopStatus {
    ACCEPTED,
    REJECTED
}
