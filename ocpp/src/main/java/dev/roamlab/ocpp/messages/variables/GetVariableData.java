package dev.roamlab.ocpp.messages.variables;

import java.util.Optional;

/** A variable that is asked for. */
public record GetVariableData(Optional<AttributeType> attributeType, Component component, Variable variable) {}
