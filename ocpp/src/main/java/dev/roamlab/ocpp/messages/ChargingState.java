package dev.roamlab.ocpp.messages;

/** What happens in a transaction. */
public enum ChargingState {
    CHARGING,
    EV_CONNECTED,
    SUSPENDED_EV,
    SUSPENDED_EVSE,
    IDLE
}
