package dev.roamlab.ocpp.messages;

/** Whether the station will try. */
public record RequestStopTransactionResponse(RequestStartStopStatus status) implements Response {}
