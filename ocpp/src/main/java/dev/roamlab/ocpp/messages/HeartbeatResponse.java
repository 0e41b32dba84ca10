package dev.roamlab.ocpp.messages;

import java.time.Instant;

/** The time. */
public record HeartbeatResponse(Instant currentTime) implements Response {}
