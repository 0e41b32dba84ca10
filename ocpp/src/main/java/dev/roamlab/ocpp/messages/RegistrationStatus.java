package dev.roamlab.ocpp.messages;

/** Whether the CSMS has a station take part. */
public enum RegistrationStatus {
    ACCEPTED,
    PENDING,
    REJECTED
}
