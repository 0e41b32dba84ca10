package dev.roamlab.ocpp.messages;

/** What becomes of a change of availability. */
public enum ChangeAvailabilityStatus {
    ACCEPTED,
    REJECTED,
    SCHEDULED
}
