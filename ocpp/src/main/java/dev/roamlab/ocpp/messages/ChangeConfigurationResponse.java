package dev.roamlab.ocpp.messages;

/** What became of it. */
public record ChangeConfigurationResponse(ChangeConfigurationStatus status) implements Response {}
