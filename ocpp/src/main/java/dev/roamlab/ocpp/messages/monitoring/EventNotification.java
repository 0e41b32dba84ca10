package dev.roamlab.ocpp.messages.monitoring;

/** Whose monitor raised an event. */
public enum EventNotification {
    HARD_WIRED_NOTIFICATION,
    HARD_WIRED_MONITOR,
    PRECONFIGURED_MONITOR,
    CUSTOM_MONITOR
}
