package dev.roamlab.ocpp.messages;

/** Whether it has. */
public record ClearCacheResponse(ClearCacheStatus status) implements Response {}
