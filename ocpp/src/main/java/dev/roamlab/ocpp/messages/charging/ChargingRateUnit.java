package dev.roamlab.ocpp.messages.charging;

/** What limits count. */
public enum ChargingRateUnit {
    W,
    A
}
