package dev.roamlab.ocpp.messages.variables;

/** Whether a network profile was stored. */
public enum SetNetworkProfileStatus {
    ACCEPTED,
    REJECTED,
    FAILED
}
