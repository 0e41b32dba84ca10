package dev.roamlab.ocpp.messages.monitoring;

/** Which kind of monitors. */
public enum MonitoringCriterion {
    THRESHOLD_MONITORING,
    DELTA_MONITORING,
    PERIODIC_MONITORING
}
