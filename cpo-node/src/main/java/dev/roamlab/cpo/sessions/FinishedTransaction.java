package dev.roamlab.cpo.sessions;

import java.time.Instant;

/**
 * A transaction that is over.
 *
 * @param origin what tells a repeated start from a new one
 */
public record FinishedTransaction(String origin, String sessionId, Instant lastUpdated) {}
