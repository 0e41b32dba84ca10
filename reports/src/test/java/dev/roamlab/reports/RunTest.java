package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
    @Test
    void trouble_outranks_findings_and_findings_outrank_the_rest() {
        assertThat(Verdict.heaviest(List.of(Verdict.PASSED, Verdict.FAILED, Verdict.BROKEN)))
                .isEqualTo(Verdict.BROKEN);
        assertThat(Verdict.heaviest(List.of(Verdict.NOT_EXERCISED, Verdict.WARNED, Verdict.FAILED)))
                .isEqualTo(Verdict.FAILED);
        assertThat(Verdict.heaviest(List.of(Verdict.NOT_EXERCISED, Verdict.PASSED)))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void exit_code_follows_the_heaviest_verdict() {
        assertThat(withVerdict(Verdict.PASSED).exitCode()).isZero();
        assertThat(withVerdict(Verdict.FAILED).exitCode()).isEqualTo(1);
        assertThat(withVerdict(Verdict.BROKEN).exitCode()).isEqualTo(2);
    }

    @Test
    void a_failure_that_was_expected_is_no_finding_and_one_that_was_not_is() {
        assertThat(failing(true).exitCode()).isZero();
        assertThat(failing(true).verdict()).isEqualTo(Verdict.WARNED);
        assertThat(failing(true).summary()).containsEntry(Verdict.FAILED, 1L);
        assertThat(failing(true).expectedFailures()).isEqualTo(1);
        assertThat(failing(false).exitCode()).isEqualTo(1);
    }

    @Test
    void an_error_among_findings_is_a_run_that_is_not_whole() {
        assertThat(Runs.conformance().exitCode()).isEqualTo(2);
        assertThat(Runs.conformance().summary()).containsEntry(Verdict.FAILED, 2L);
    }

    private static Run failing(boolean expected) {
        RequirementResult failed = Runs.conformance().requirements().stream()
                .filter(result -> result.verdict() == Verdict.FAILED)
                .findFirst()
                .orElseThrow();
        return RunBuilder.builder(Runs.conformance())
                .results(List.of(RequirementResultBuilder.builder(failed)
                        .expectedFailure(expected)
                        .build()))
                .build();
    }

    @Test
    void a_scenario_cannot_end_in_a_verdict_of_the_conformance_suite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withVerdict(Verdict.INCONCLUSIVE))
                .withMessage("cdr: verdict inconclusive does not belong to a scenario run");
    }

    @Test
    void a_run_refuses_results_of_the_other_kind() {
        Run run = Runs.scenarios();

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RunBuilder.builder(run).kind(RunKind.CONFORMANCE).build())
                .withMessage("authorization: a scenario result in a conformance run");
    }

    private static Run withVerdict(Verdict verdict) {
        return RunBuilder.builder(Runs.scenarios())
                .results(List.of(Runs.scenario("cdr", "2.3.0", verdict, List.of())))
                .build();
    }
}
