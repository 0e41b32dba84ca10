package dev.roamlab.ocpp.messages.charging;

/** Whether a profile was found to be removed. */
public enum ClearChargingProfileStatus {
    ACCEPTED,
    UNKNOWN
}
