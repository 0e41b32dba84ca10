package dev.roamlab.ocpp.messages;

/** What becomes of it. */
public record ChangeAvailabilityResponse(ChangeAvailabilityStatus status) implements Response {}
