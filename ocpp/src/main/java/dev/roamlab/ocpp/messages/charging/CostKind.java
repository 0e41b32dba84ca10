package dev.roamlab.ocpp.messages.charging;

/** What a cost is measured by. */
public enum CostKind {
    CARBON_DIOXIDE_EMISSION,
    RELATIVE_PRICE_PERCENTAGE,
    RENEWABLE_GENERATION_PERCENTAGE
}
