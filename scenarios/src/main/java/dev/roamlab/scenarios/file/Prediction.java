package dev.roamlab.scenarios.file;

import java.util.List;

/**
 * A question to a learner about what comes next.
 *
 * @param answer index of the right choice, from 0
 * @param because why it is right
 */
public record Prediction(Text question, List<Text> choices, int answer, Text because) {
    /** A question; the choices are copied. */
    public Prediction {
        choices = List.copyOf(choices);
    }
}
