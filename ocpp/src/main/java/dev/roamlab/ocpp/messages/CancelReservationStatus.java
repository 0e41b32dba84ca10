package dev.roamlab.ocpp.messages;

/** Whether a reservation was there to be cancelled. */
public enum CancelReservationStatus {
    ACCEPTED,
    REJECTED
}
