package dev.roamlab.ocpp.messages.charging;

/** Whether a schedule will be made. */
public enum NotifyEVChargingNeedsStatus {
    ACCEPTED,
    REJECTED,
    PROCESSING
}
