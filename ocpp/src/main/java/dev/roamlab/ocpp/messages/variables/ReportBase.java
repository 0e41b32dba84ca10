package dev.roamlab.ocpp.messages.variables;

/** How much a report covers. */
public enum ReportBase {
    CONFIGURATION_INVENTORY,
    FULL_INVENTORY,
    SUMMARY_INVENTORY
}
