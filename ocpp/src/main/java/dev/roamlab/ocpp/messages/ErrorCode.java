package dev.roamlab.ocpp.messages;

/** What is wrong with a connector or a station, as OCPP 1.6 tells it in a status; 2.0.1 tells it by events. */
public enum ErrorCode {
    CONNECTOR_LOCK_FAILURE,
    EV_COMMUNICATION_ERROR,
    GROUND_FAILURE,
    HIGH_TEMPERATURE,
    INTERNAL_ERROR,
    LOCAL_LIST_CONFLICT,
    OTHER_ERROR,
    OVER_CURRENT_FAILURE,
    OVER_VOLTAGE,
    POWER_METER_FAILURE,
    POWER_SWITCH_FAILURE,
    READER_FAILURE,
    RESET_FAILURE,
    UNDER_VOLTAGE,
    WEAK_SIGNAL
}
