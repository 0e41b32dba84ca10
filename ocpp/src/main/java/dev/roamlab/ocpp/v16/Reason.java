package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.ocpp.payload.Wire;

/** Why a transaction has ended. Absent means {@link #LOCAL}. */
enum Reason {
    DE_AUTHORIZED(TriggerReason.DEAUTHORIZED),
    EMERGENCY_STOP(TriggerReason.ABNORMAL_CONDITION),
    @Wire("EVDisconnected")
    EV_DISCONNECTED(TriggerReason.EV_COMMUNICATION_LOST),
    HARD_RESET(TriggerReason.RESET_COMMAND),
    LOCAL(TriggerReason.STOP_AUTHORIZED),
    OTHER(TriggerReason.ABNORMAL_CONDITION),
    POWER_LOSS(TriggerReason.ABNORMAL_CONDITION),
    REBOOT(TriggerReason.RESET_COMMAND),
    REMOTE(TriggerReason.REMOTE_STOP),
    SOFT_RESET(TriggerReason.RESET_COMMAND),
    UNLOCK_COMMAND(TriggerReason.UNLOCK_COMMAND);

    private final TriggerReason trigger;

    Reason(TriggerReason trigger) {
        this.trigger = trigger;
    }

    static Reason of(StoppedReason reason) {
        return switch (reason) {
            case DE_AUTHORIZED -> DE_AUTHORIZED;
            case EMERGENCY_STOP -> EMERGENCY_STOP;
            case EV_DISCONNECTED -> EV_DISCONNECTED;
            case IMMEDIATE_RESET -> HARD_RESET;
            case LOCAL, STOPPED_BY_EV -> LOCAL;
            case POWER_LOSS -> POWER_LOSS;
            case REBOOT -> REBOOT;
            case REMOTE -> REMOTE;
            case SOFT_RESET -> SOFT_RESET;
            case UNLOCK_COMMAND -> UNLOCK_COMMAND;
            case ENERGY_LIMIT_REACHED,
                    GROUND_FAULT,
                    LOCAL_OUT_OF_CREDIT,
                    MASTER_PASS,
                    OTHER,
                    OVERCURRENT_FAULT,
                    POWER_QUALITY,
                    SOC_LIMIT_REACHED,
                    TIME_LIMIT_REACHED,
                    TIMEOUT -> OTHER;
        };
    }

    StoppedReason neutral() {
        return this == HARD_RESET ? StoppedReason.IMMEDIATE_RESET : StoppedReason.valueOf(name());
    }

    /** What must have made the station tell. */
    TriggerReason trigger() {
        return trigger;
    }
}
