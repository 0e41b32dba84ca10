package dev.roamlab.ocpp.messages;

/** How hard a station restarts. */
public enum ResetType {
    /** At once; transactions are cut off. OCPP 1.6: Hard. */
    IMMEDIATE,
    /** Gently: in 2.0.1 once no transaction runs, in 1.6 (Soft) after ending the transactions properly. */
    ON_IDLE
}
