package dev.roamlab.ocpp.messages.monitoring;

/** When a monitor speaks up. */
public enum MonitorType {
    UPPER_THRESHOLD,
    LOWER_THRESHOLD,
    DELTA,
    PERIODIC,
    PERIODIC_CLOCK_ALIGNED
}
