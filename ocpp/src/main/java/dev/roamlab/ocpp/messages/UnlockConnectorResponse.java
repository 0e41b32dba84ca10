package dev.roamlab.ocpp.messages;

/** What became of the lock. */
public record UnlockConnectorResponse(UnlockStatus status) implements Response {}
