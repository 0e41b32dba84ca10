package dev.roamlab.scenarios.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a scenario is played.
 *
 * @param listeners told of every event, in order, on the scenario's thread
 * @param guide asks the learner, if there is one
 */
public record Options(List<Consumer<ScenarioEvent>> listeners, Optional<Guide> guide) {
    /** Options; the listeners are copied. */
    public Options {
        listeners = List.copyOf(listeners);
    }

    /** Nobody asks, one listens. */
    public static Options listening(Consumer<ScenarioEvent> listener) {
        return new Options(List.of(listener), Optional.empty());
    }
}
