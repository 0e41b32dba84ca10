package dev.roamlab.ocpp.messages.monitoring;

/** Which set of monitors. */
public enum MonitoringBase {
    ALL,
    FACTORY_DEFAULT,
    HARD_WIRED_ONLY
}
