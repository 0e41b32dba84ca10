package dev.roamlab.ocpp.messages;

/** Whether it will come. */
public record TriggerMessageResponse(TriggerMessageStatus status) implements Response {}
