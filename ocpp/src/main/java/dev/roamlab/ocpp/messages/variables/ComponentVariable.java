package dev.roamlab.ocpp.messages.variables;

import java.util.Optional;

/** A component, and one of its variables or all of them. */
public record ComponentVariable(Component component, Optional<Variable> variable) {}
