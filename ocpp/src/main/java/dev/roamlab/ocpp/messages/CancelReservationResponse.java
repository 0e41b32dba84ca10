package dev.roamlab.ocpp.messages;

/** Whether there was one. */
public record CancelReservationResponse(CancelReservationStatus status) implements Response {}
