package dev.roamlab.ocpp.messages.charging;

/** How often a profile begins again. */
public enum RecurrencyKind {
    DAILY,
    WEEKLY
}
