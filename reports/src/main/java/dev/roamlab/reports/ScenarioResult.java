package dev.roamlab.reports;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one scenario ended.
 *
 * @param scenario its name, as {@code scenario run} takes it
 * @param version the OCPI version it was played in
 * @param took wall time
 * @param message why it did not pass, when no step says so
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record ScenarioResult(
        String scenario,
        String title,
        String version,
        Verdict verdict,
        Duration took,
        Optional<String> message,
        List<StepResult> steps)
        implements Result {

    /** A scenario's end; refuses a verdict that only a requirement can have. */
    public ScenarioResult {
        Result.requireKind(RunKind.SCENARIO, scenario, verdict);
        steps = List.copyOf(steps);
    }

    @Override
    public RunKind kind() {
        return RunKind.SCENARIO;
    }

    @Override
    public String name() {
        return scenario;
    }

    @Override
    public String reason() {
        return message.or(() -> steps.stream()
                        .filter(step -> step.verdict().weight().compareTo(Verdict.Weight.CLEAN) > 0)
                        .flatMap(step -> step.message().stream())
                        .findFirst())
                .orElse("");
    }

    @Override
    public List<Long> exchanges() {
        return steps.stream()
                .flatMap(step -> step.exchanges().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
