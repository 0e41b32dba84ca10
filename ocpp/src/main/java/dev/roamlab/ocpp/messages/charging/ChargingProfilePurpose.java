package dev.roamlab.ocpp.messages.charging;

/** What a profile applies to. */
public enum ChargingProfilePurpose {
    CHARGING_STATION_EXTERNAL_CONSTRAINTS,
    CHARGING_STATION_MAX_PROFILE,
    TX_DEFAULT_PROFILE,
    TX_PROFILE
}
