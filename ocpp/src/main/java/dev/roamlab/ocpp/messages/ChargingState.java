package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Wire;

/** What happens in a transaction. */
public enum ChargingState {
    CHARGING,
    @Wire("EVConnected")
    EV_CONNECTED,
    @Wire("SuspendedEV")
    SUSPENDED_EV,
    @Wire("SuspendedEVSE")
    SUSPENDED_EVSE,
    IDLE
}
