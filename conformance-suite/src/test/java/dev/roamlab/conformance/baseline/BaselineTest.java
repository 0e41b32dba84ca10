package dev.roamlab.conformance.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.yaml.BadFile;
import dev.roamlab.reports.Layer;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.RunKind;
import dev.roamlab.reports.Subject;
import dev.roamlab.reports.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final String CRED_7 = "- {requirement: CRED-007, reason: ticket 12}\n";

    @Test
    void a_listed_failure_is_expected_and_does_not_fail_the_run() {
        Run run = read(CRED_7).applyTo(run(result("CRED-007", "2.2.1", Verdict.FAILED)));

        assertThat(run.exitCode()).isZero();
        assertThat(run.expectedFailures()).isOne();
        assertThat(run.requirements().get(0).notes()).containsExactly("known failure: ticket 12");
    }

    @Test
    void a_failure_that_is_not_listed_still_fails_the_run() {
        Run run = read(CRED_7)
                .applyTo(run(result("CRED-007", "2.2.1", Verdict.FAILED), result("CRED-008", "2.2.1", Verdict.FAILED)));

        assertThat(run.exitCode()).isOne();
    }

    @Test
    void a_listed_requirement_that_passes_fails_until_it_is_removed() {
        Run run = read(CRED_7).applyTo(run(result("CRED-007", "2.2.1", Verdict.PASSED)));

        assertThat(run.exitCode()).isOne();
        assertThat(run.requirements().get(0).message())
                .contains("passes in 2.2.1", "(ticket 12)", "remove it from the baseline");
    }

    @Test
    void an_entry_can_be_limited_to_a_version() {
        Run run = read("- {requirement: CRED-007, version: 2.3.0, reason: r}")
                .applyTo(run(result("CRED-007", "2.2.1", Verdict.PASSED), result("CRED-007", "2.3.0", Verdict.FAILED)));

        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"WARNED", "SKIPPED", "INCONCLUSIVE", "NOT_APPLICABLE", "ERROR"})
    void a_listed_requirement_without_a_clear_verdict_stays_as_it_is(Verdict verdict) {
        Run run = run(result("CRED-007", "2.2.1", verdict));

        assertThat(read(CRED_7).applyTo(run)).isEqualTo(run);
    }

    @Test
    void a_written_baseline_can_be_read_and_covers_the_run() {
        Run run = run(
                result("CRED-007", "2.2.1", Verdict.FAILED),
                result("CRED-007", "2.3.0", Verdict.FAILED),
                result("CRED-008", "2.2.1", Verdict.PASSED));

        String text = Baseline.of(run);

        assertThat(text).contains("reason: TODO").doesNotContain("CRED-008");
        assertThat(read(text).applyTo(run).exitCode()).isZero();
    }

    @Test
    void a_baseline_of_a_clean_run_is_empty_and_can_be_read() {
        assertThat(read(Baseline.of(run())).known()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {requirement: CRED-107, reason: r}                | b:1: requirement: there is no requirement CRED-107; did you mean CRED-007?",
                "- {requirement: CRED-007}                           | b:1: reason: is missing; write why this failure is accepted",
                "- {reason: r}                                       | b:1: requirement: is missing; write the id",
                "- {requirement: CRED-007, version: 2.1, reason: r}  | b:1: version: must be one of 2.2.1, 2.3.0, found 2.1",
                "- {requirement: CRED-043, version: 2.3.0, reason: r}| b:1: version: CRED-043 does not stand in 2.3.0",
                "- {requirement: CRED-007, reasons: r, reason: r}    | b:1: reasons: unknown field; did you mean reason?",
                "requirement: CRED-007                               | b:1: must be a list of known failures",
            })
    void mistakes_are_named(String text, String problem) {
        BadFile bad = catchThrowableOfType(BadFile.class, () -> read(text));

        assertThat(bad.problems()).singleElement().asString().startsWith(problem);
    }

    @Test
    void a_requirement_is_listed_once() {
        BadFile bad = catchThrowableOfType(
                BadFile.class, () -> read(CRED_7 + "- {requirement: CRED-007, version: 2.2.1, reason: r}\n"));

        assertThat(bad).hasMessage("b:2: requirement: CRED-007 is listed twice");
    }

    private static Baseline read(String text) {
        return Baseline.read("b", text, CATALOGUE);
    }

    private static Run run(RequirementResult... results) {
        return new Run(
                RunKind.CONFORMANCE,
                "t",
                new Subject("cpo", List.of("2.2.1"), Optional.empty()),
                Optional.empty(),
                Instant.EPOCH,
                1,
                List.of(),
                List.of(),
                List.of(results),
                List.of());
    }

    private static RequirementResult result(String id, String version, Verdict verdict) {
        return new RequirementResult(
                id,
                version,
                "credentials",
                "A title: with a colon",
                Layer.SPEC,
                "MUST",
                verdict,
                Optional.empty(),
                "",
                Duration.ZERO,
                List.of(),
                List.of(),
                false,
                false,
                Optional.empty(),
                List.of());
    }
}
