package dev.roamlab.ocpp.messages.monitoring;

/** Whether a monitor was set. */
public enum SetMonitoringStatus {
    ACCEPTED,
    UNKNOWN_COMPONENT,
    UNKNOWN_VARIABLE,
    UNSUPPORTED_MONITOR_TYPE,
    REJECTED,
    DUPLICATE
}
