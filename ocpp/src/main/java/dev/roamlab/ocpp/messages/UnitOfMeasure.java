package dev.roamlab.ocpp.messages;

/** What a value counts: base units only. A dialect turns the wire's kWh into Wh, kW into W, and so on. */
public enum UnitOfMeasure {
    WH,
    VARH,
    W,
    VAR,
    VA,
    A,
    V,
    CELSIUS,
    FAHRENHEIT,
    K,
    PERCENT
}
