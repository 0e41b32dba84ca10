package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** A variable that is to be changed. */
public record SetVariableData(
        Optional<AttributeType> attributeType,
        @Max(1000) String attributeValue,
        Component component,
        Variable variable) {}
