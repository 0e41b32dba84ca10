package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** A property of a component. */
public record Variable(@Max(50) String name, @Max(50) Optional<String> instance) {}
