package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.StoppedReason;
import java.util.Optional;

/** What an error does to charging. */
enum Severity {
    NONE,
    /** Is told, and charging goes on. */
    WARNS,
    /** Holds the energy back until it is cleared; the transaction goes on. */
    SUSPENDS,
    /** Ends the transaction. */
    ENDS;

    static Severity of(Optional<ErrorCode> code) {
        return code.map(Severity::of).orElse(NONE);
    }

    static Severity of(ErrorCode code) {
        return switch (code) {
            case LOCAL_LIST_CONFLICT, READER_FAILURE, RESET_FAILURE, WEAK_SIGNAL -> WARNS;
            case HIGH_TEMPERATURE, UNDER_VOLTAGE -> SUSPENDS;
            case CONNECTOR_LOCK_FAILURE,
                    EV_COMMUNICATION_ERROR,
                    GROUND_FAILURE,
                    INTERNAL_ERROR,
                    OTHER_ERROR,
                    OVER_CURRENT_FAILURE,
                    OVER_VOLTAGE,
                    POWER_METER_FAILURE,
                    POWER_SWITCH_FAILURE -> ENDS;
        };
    }

    boolean preventsCharging() {
        return this == SUSPENDS || this == ENDS;
    }

    /** What a transaction's end is put down to. */
    static StoppedReason reason(ErrorCode code) {
        return switch (code) {
            case GROUND_FAILURE -> StoppedReason.GROUND_FAULT;
            case OVER_CURRENT_FAILURE -> StoppedReason.OVERCURRENT_FAULT;
            case OVER_VOLTAGE, UNDER_VOLTAGE -> StoppedReason.POWER_QUALITY;
            case CONNECTOR_LOCK_FAILURE,
                    EV_COMMUNICATION_ERROR,
                    HIGH_TEMPERATURE,
                    INTERNAL_ERROR,
                    LOCAL_LIST_CONFLICT,
                    OTHER_ERROR,
                    POWER_METER_FAILURE,
                    POWER_SWITCH_FAILURE,
                    READER_FAILURE,
                    RESET_FAILURE,
                    WEAK_SIGNAL -> StoppedReason.OTHER;
        };
    }
}
