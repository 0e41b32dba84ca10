package dev.roamlab.reports;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a system fared with one requirement.
 *
 * @param requirement the catalogue id: {@code CRED-007}
 * @param level {@code MUST}, {@code SHOULD} or {@code MAY}
 * @param check the class and method that judged; absent when none is written
 * @param message expected and actual, or why there is no verdict; empty when passed
 * @param took wall time
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record RequirementResult(
        String requirement,
        String title,
        Layer layer,
        String level,
        Verdict verdict,
        Optional<String> check,
        String message,
        Duration took,
        List<Long> exchanges)
        implements Result {

    /** A requirement's end; refuses a verdict that only a scenario can have. */
    public RequirementResult {
        Result.requireKind(RunKind.CONFORMANCE, requirement, verdict);
        exchanges = List.copyOf(exchanges);
    }

    @Override
    public RunKind kind() {
        return RunKind.CONFORMANCE;
    }

    @Override
    public String name() {
        return requirement;
    }

    /** The letters in front of the number, which name the module: {@code CRED}. */
    public String prefix() {
        int dash = requirement.lastIndexOf('-');
        return dash < 0 ? requirement : requirement.substring(0, dash);
    }
}
