package dev.roamlab.ocpp.messages;

/** What the CSMS thinks of it. */
public record AuthorizeResponse(IdTokenInfo idTokenInfo) implements Response {}
