package dev.roamlab.ocpp.messages;

/** What became of a reservation. */
public enum ReserveNowStatus {
    ACCEPTED,
    FAULTED,
    OCCUPIED,
    REJECTED,
    UNAVAILABLE
}
