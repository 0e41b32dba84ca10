package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Wire;

/** Why a transaction event is sent. */
public enum TriggerReason {
    AUTHORIZED,
    CABLE_PLUGGED_IN,
    CHARGING_RATE_CHANGED,
    CHARGING_STATE_CHANGED,
    DEAUTHORIZED,
    ENERGY_LIMIT_REACHED,
    @Wire("EVCommunicationLost")
    EV_COMMUNICATION_LOST,
    @Wire("EVConnectTimeout")
    EV_CONNECT_TIMEOUT,
    METER_VALUE_CLOCK,
    METER_VALUE_PERIODIC,
    TIME_LIMIT_REACHED,
    TRIGGER,
    UNLOCK_COMMAND,
    STOP_AUTHORIZED,
    @Wire("EVDeparted")
    EV_DEPARTED,
    @Wire("EVDetected")
    EV_DETECTED,
    REMOTE_STOP,
    REMOTE_START,
    ABNORMAL_CONDITION,
    SIGNED_DATA_RECEIVED,
    RESET_COMMAND
}
