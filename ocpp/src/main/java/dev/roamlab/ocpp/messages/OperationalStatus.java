package dev.roamlab.ocpp.messages;

/** Whether something is in service. */
public enum OperationalStatus {
    OPERATIVE,
    INOPERATIVE
}
