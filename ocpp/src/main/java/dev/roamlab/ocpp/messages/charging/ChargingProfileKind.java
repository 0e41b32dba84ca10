package dev.roamlab.ocpp.messages.charging;

/** What the periods of a profile are counted from. */
public enum ChargingProfileKind {
    ABSOLUTE,
    RECURRING,
    RELATIVE
}
