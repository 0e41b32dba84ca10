package dev.roamlab.ocpp.messages;

/** Whether the station will. */
public record ResetResponse(ResetStatus status) implements Response {}
