package dev.roamlab.ocpp.messages.monitoring;

/** Whether the station deals with a request about a customer. */
public enum CustomerInformationStatus {
    ACCEPTED,
    REJECTED,
    INVALID
}
