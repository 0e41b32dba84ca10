package dev.roamlab.ocpp.messages.variables;

/** Through which network interface. */
public enum OcppInterface {
    WIRED0,
    WIRED1,
    WIRED2,
    WIRED3,
    WIRELESS0,
    WIRELESS1,
    WIRELESS2,
    WIRELESS3
}
