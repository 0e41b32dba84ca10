package dev.roamlab.scenarios.file;

import dev.roamlab.scenarios.world.Feature;
import java.util.List;

/**
 * A question to a learner about what comes next.
 *
 * @param answer index of the right choice, from 0
 * @param because why it is right
 * @param needs what a world must have for it
 */
public record Prediction(Text question, List<Text> choices, int answer, Text because, List<Feature> needs) {
    /** A question; the choices are copied. */
    public Prediction {
        choices = List.copyOf(choices);
        needs = List.copyOf(needs);
    }
}
