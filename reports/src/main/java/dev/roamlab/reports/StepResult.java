package dev.roamlab.reports;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one step of a scenario ended.
 *
 * @param number position in the scenario, from 1
 * @param sentence the step as the story tells it
 * @param took wall time
 * @param message why it did not pass
 * @param exchanges ids of the exchanges that happened during the step
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record StepResult(
        int number,
        String sentence,
        Verdict verdict,
        Duration took,
        Optional<String> message,
        List<Expectation> expectations,
        List<Long> exchanges) {

    /** A step's end; refuses a verdict that only a requirement can have. */
    public StepResult {
        Result.requireKind(RunKind.SCENARIO, "step " + number, verdict);
        expectations = List.copyOf(expectations);
        exchanges = List.copyOf(exchanges);
    }
}
