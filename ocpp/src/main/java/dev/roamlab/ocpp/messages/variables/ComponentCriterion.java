package dev.roamlab.ocpp.messages.variables;

/** What state of a component is asked for. */
public enum ComponentCriterion {
    ACTIVE,
    AVAILABLE,
    ENABLED,
    PROBLEM
}
