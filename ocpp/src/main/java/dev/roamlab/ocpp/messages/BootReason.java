package dev.roamlab.ocpp.messages;

/** Why a station has booted. OCPP 1.6 does not tell: {@link #UNKNOWN}. */
public enum BootReason {
    APPLICATION_RESET,
    FIRMWARE_UPDATE,
    LOCAL_RESET,
    POWER_UP,
    REMOTE_RESET,
    SCHEDULED_RESET,
    TRIGGERED,
    UNKNOWN,
    WATCHDOG
}
