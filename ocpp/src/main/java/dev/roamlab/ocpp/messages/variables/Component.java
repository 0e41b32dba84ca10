package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** A part of a station, physical or logical. */
public record Component(
        Optional<Evse> evse, @Max(50) String name, @Max(50) Optional<String> instance) {}
