package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Wire;

/** Why a transaction has ended: the reasons of OCPP 2.0.1, and two that only 1.6 tells apart. */
public enum StoppedReason {
    DE_AUTHORIZED,
    EMERGENCY_STOP,
    ENERGY_LIMIT_REACHED,
    @Wire("EVDisconnected")
    EV_DISCONNECTED,
    GROUND_FAULT,
    /** OCPP 1.6: HardReset. */
    IMMEDIATE_RESET,
    LOCAL,
    LOCAL_OUT_OF_CREDIT,
    MASTER_PASS,
    OTHER,
    OVERCURRENT_FAULT,
    POWER_LOSS,
    POWER_QUALITY,
    REBOOT,
    REMOTE,
    /** Only OCPP 1.6: the station was asked to restart gently. */
    SOFT_RESET,
    @Wire("SOCLimitReached")
    SOC_LIMIT_REACHED,
    @Wire("StoppedByEV")
    STOPPED_BY_EV,
    TIME_LIMIT_REACHED,
    TIMEOUT,
    /** Only OCPP 1.6: the CSMS had the connector unlocked. */
    UNLOCK_COMMAND
}
