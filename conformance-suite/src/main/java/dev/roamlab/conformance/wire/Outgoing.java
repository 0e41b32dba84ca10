package dev.roamlab.conformance.wire;

import java.net.URI;
import java.time.Duration;

/**
 * A request about to be sent, complete: nothing is added to it but what HTTP needs.
 *
 * @param timeout how long to wait for the answer
 * @param patience how often a passing trouble (HTTP 429, 502, 503, 504) is answered by trying again
 */
public record Outgoing(String method, URI uri, WireHeaders headers, Body body, Duration timeout, int patience) {}
