package dev.roamlab.ocpp.messages.monitoring;

/** Whether a monitor was removed. */
public enum ClearMonitoringStatus {
    ACCEPTED,
    REJECTED,
    NOT_FOUND
}
