package dev.roamlab.scenarios.vocabulary;

import dev.roamlab.scenarios.stage.Stage;
import dev.roamlab.scenarios.stage.Telling;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** Something that can be done in a step. */
public interface Verb {

    /** The word in scenario files. */
    String name();

    /** What it does, in one sentence. */
    String summary();

    /** What can be said about how it is done. */
    List<Parameter<?>> parameters();

    /** How much lab time it may take before it counts as never done. */
    default Duration patience(Arguments with) {
        return Duration.ofMinutes(2);
    }

    /**
     * Does it.
     *
     * @return completes when it is done; fails as {@link Stage} says
     */
    Future<Telling> perform(Arguments with, Stage stage);
}
