package dev.roamlab.ocpp.messages;

/** Why a reservation has ended. */
public enum ReservationUpdateStatus {
    EXPIRED,
    REMOVED
}
