package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.roamlab.reports.RunDiff.Change;
import dev.roamlab.reports.RunDiff.Direction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunDiffTest {
    private static final StoredRun BEFORE = stored(
            "before/results.json",
            result("CRED-001", Verdict.FAILED, false),
            result("CRED-002", Verdict.PASSED, false),
            result("CRED-003", Verdict.FAILED, false),
            result("CRED-004", Verdict.FAILED, false),
            result("CRED-005", Verdict.PASSED, false),
            result("CRED-006", Verdict.NOT_APPLICABLE, false));
    private static final StoredRun AFTER = stored(
            "after/results.json",
            result("CRED-001", Verdict.PASSED, false),
            result("CRED-002", Verdict.FAILED, false),
            result("CRED-003", Verdict.SKIPPED, false),
            result("CRED-004", Verdict.FAILED, true),
            result("CRED-005", Verdict.PASSED, false),
            result("CRED-007", Verdict.WARNED, false));

    @Test
    void each_change_is_told_with_its_direction() {
        RunDiff diff = RunDiff.between(BEFORE, AFTER);

        assertThat(diff.changes())
                .extracting(Change::name, Change::direction)
                .containsExactly(
                        tuple("CRED-001", Direction.FIXED),
                        tuple("CRED-002", Direction.BROKEN),
                        tuple("CRED-003", Direction.OTHER),
                        tuple("CRED-004", Direction.OTHER),
                        tuple("CRED-007", Direction.ADDED),
                        tuple("CRED-006", Direction.REMOVED));
        assertThat(diff.same()).isEqualTo(1);
        assertThat(diff.isWorse()).isTrue();
    }

    @Test
    void text_and_json_are_as_agreed() {
        RunDiff diff = RunDiff.between(BEFORE, AFTER);

        Golden.matches("diff.txt", diff.text());
        Golden.matches("diff.json", diff.json());
    }

    @Test
    void a_run_differs_in_nothing_from_itself() {
        RunDiff diff = RunDiff.between(AFTER, AFTER);

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.same()).isEqualTo(6);
        assertThat(diff.isWorse()).isFalse();
    }

    @Test
    void one_requirement_in_two_versions_is_two_results() {
        StoredRun other = stored(
                "other",
                RequirementResultBuilder.builder(result("CRED-001", Verdict.PASSED, false))
                        .version("2.3.0")
                        .build());

        assertThat(RunDiff.between(stored("one", result("CRED-001", Verdict.PASSED, false)), other)
                        .changes())
                .extracting(Change::direction)
                .containsExactly(Direction.ADDED, Direction.REMOVED);
    }

    @Test
    void runs_of_two_kinds_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunDiff.between(BEFORE, new StoredRun("story", Runs.scenarios())))
                .withMessage(
                        "before/results.json is a conformance run and story a scenario run: they have nothing to compare");
    }

    private static StoredRun stored(String source, RequirementResult... results) {
        return new StoredRun(
                source,
                RunBuilder.builder(Runs.conformance())
                        .results(List.<Result>copyOf(Stream.of(results).toList()))
                        .build());
    }

    private static RequirementResult result(String id, Verdict verdict, boolean known) {
        return RequirementResultBuilder.builder(
                        Runs.conformance().requirements().get(0))
                .requirement(id)
                .title("Rule " + id)
                .verdict(verdict)
                .message(verdict == Verdict.FAILED ? "expected HTTP 405, got 200" : "")
                .expectedFailure(known)
                .build();
    }
}
