package dev.roamlab.ocpp.messages.charging;

/** Whether there are profiles. */
public enum GetChargingProfileStatus {
    ACCEPTED,
    NO_PROFILES
}
