package dev.roamlab.ocpp.messages;

/** Whether something is accepted. */
public enum GenericStatus {
    ACCEPTED,
    REJECTED
}
