package dev.roamlab.ocpp.messages.monitoring;

/** What raised an event. */
public enum EventTrigger {
    ALERTING,
    DELTA,
    PERIODIC
}
