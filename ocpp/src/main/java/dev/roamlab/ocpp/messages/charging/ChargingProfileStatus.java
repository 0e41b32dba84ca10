package dev.roamlab.ocpp.messages.charging;

/** Whether a profile was taken. */
public enum ChargingProfileStatus {
    ACCEPTED,
    REJECTED
}
