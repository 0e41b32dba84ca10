package dev.roamlab.ocpp.messages;

/** What became of it. */
public record ReserveNowResponse(ReserveNowStatus status) implements Response {}
