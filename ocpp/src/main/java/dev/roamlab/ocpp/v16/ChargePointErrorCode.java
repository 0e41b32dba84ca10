package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.payload.Wire;
import java.util.Optional;

/** What is wrong with a connector. */
enum ChargePointErrorCode {
    CONNECTOR_LOCK_FAILURE,
    @Wire("EVCommunicationError")
    EV_COMMUNICATION_ERROR,
    GROUND_FAILURE,
    HIGH_TEMPERATURE,
    INTERNAL_ERROR,
    LOCAL_LIST_CONFLICT,
    NO_ERROR,
    OTHER_ERROR,
    OVER_CURRENT_FAILURE,
    OVER_VOLTAGE,
    POWER_METER_FAILURE,
    POWER_SWITCH_FAILURE,
    READER_FAILURE,
    RESET_FAILURE,
    UNDER_VOLTAGE,
    WEAK_SIGNAL;

    static ChargePointErrorCode of(Optional<ErrorCode> code) {
        return code.map(known -> valueOf(known.name())).orElse(NO_ERROR);
    }

    Optional<ErrorCode> neutral() {
        return this == NO_ERROR ? Optional.empty() : Optional.of(ErrorCode.valueOf(name()));
    }
}
