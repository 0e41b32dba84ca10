package dev.roamlab.ocpi.sessions;

/** What a CPO makes of charging preferences; a closed list. Spec: mod_sessions_charging_preferences_response_enum. */
public enum ChargingPreferencesResponse {
    ACCEPTED,
    DEPARTURE_REQUIRED,
    ENERGY_NEED_REQUIRED,
    NOT_POSSIBLE,
    PROFILE_TYPE_NOT_SUPPORTED
}
