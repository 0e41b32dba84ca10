package dev.roamlab.ocpp.messages.logs;

import dev.roamlab.ocpp.payload.Max;
import java.time.Instant;
import java.util.Optional;

/** Where a log goes, and which part of it. */
public record LogParameters(
        @Max(512) String remoteLocation, Optional<Instant> oldestTimestamp, Optional<Instant> latestTimestamp) {}
