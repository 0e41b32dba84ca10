package dev.roamlab.ocpp.messages;

/** What became of it. */
public record SetVariablesResponse(SetVariableStatus status) implements Response {}
