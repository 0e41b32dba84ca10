package dev.roamlab.conformance.check;

/** When a check runs. */
public enum Stage {
    /** Calls the system under test; one after the other, in the order of the specification. */
    ACTIVE,
    /** Waits for what a trigger causes; side by side, beside the active ones. */
    DRIVEN,
    /** Asks the operator what only a person can see; after the active and driven ones, one after the other, at the person's pace. */
    ASKING,
    /** Registers anew or unregisters; after all others, one after the other, only where it is allowed. */
    DESTRUCTIVE,
    /** Makes no calls: judges all that has crossed the wire, at the very end. */
    FINAL
}
