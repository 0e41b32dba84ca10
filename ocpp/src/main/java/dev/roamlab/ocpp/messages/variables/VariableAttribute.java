package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** One value of a variable, and what may be done with it. */
@OcppRecord
public record VariableAttribute(
        Optional<AttributeType> type,
        @Max(2500) Optional<String> value,
        Optional<Mutability> mutability,
        Optional<Boolean> persistent,
        Optional<Boolean> constant) {}
