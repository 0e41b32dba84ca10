package dev.roamlab.scenarios.stage;

import java.util.List;

/**
 * What an action has to say for itself beyond what crossed the wire, such as the lines of a bill.
 *
 * @param lines one sentence each
 */
public record Telling(List<String> lines) {
    /** Nothing to tell. */
    public static final Telling NOTHING = new Telling(List.of());

    /** A telling; the lines are copied. */
    public Telling {
        lines = List.copyOf(lines);
    }

    /** A telling of some lines. */
    public static Telling of(String... lines) {
        return new Telling(List.of(lines));
    }
}
