package dev.roamlab.control.shape;

/**
 * One thing that is wrong with what was sent.
 *
 * @param pointer where in the body, as a JSON pointer; empty for the body as a whole
 * @param detail the value and the rule it breaks
 */
public record Wrong(
        @Says("Where in the body, as a JSON pointer; for a query parameter, its name.")
        String pointer,

        @Says("The value and the rule it breaks.") String detail) {}
