package dev.roamlab.cpo.sessions;

import dev.roamlab.pricing.PhaseKind;
import java.time.Instant;

/** From a moment on, the connector is used in another way. */
public record Turn(Instant at, PhaseKind kind) {}
