package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.cli.CliRun;
import dev.roamlab.cli.conformance.Mutant.Fate;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.faults.Faults;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelfTestCommandTest {
    private static final Fault FAULT = Faults.all().get(0);

    @Test
    void a_prefix_of_no_fault_is_refused() {
        CliRun run = CliRun.of("conformance", "self-test", "--only", "XYZ");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--only: no fault starts with XYZ", "roamlab faults");
    }

    @Test
    void no_jobs_at_all_are_refused() {
        CliRun run = CliRun.of("conformance", "self-test", "--only", "VER", "--jobs", "0");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--jobs: at least 1");
    }

    @Test
    void the_exit_code_tells_whether_enough_was_caught_for_the_right_reason() {
        assertThat(outcome(100, 0, 0).exitCode()).isZero();
        assertThat(outcome(95, 4, 1).exitCode()).isZero();
        assertThat(outcome(97, 0, 3).exitCode()).isEqualTo(1);
        assertThat(outcome(94, 6, 0).exitCode()).isEqualTo(1);
    }

    @Test
    void the_json_counts_and_lists() {
        JsonNode json = outcome(2, 1, 1).toJson();

        assertThat(json.path("format").asInt()).isEqualTo(1);
        assertThat(json.path("faults").asInt()).isEqualTo(4);
        assertThat(json.path("killed").asInt()).isEqualTo(3);
        assertThat(json.path("killed_for_the_right_reason").asInt()).isEqualTo(2);
        assertThat(json.path("survived").asInt()).isEqualTo(1);
        assertThat(json.path("broken").asInt()).isZero();
        assertThat(json.path("findings_without_fault").isArray()).isTrue();
        assertThat(json.path("results")).hasSize(4);
        assertThat(json.path("results").path(0).path("fault").asText()).isEqualTo(FAULT.name());
        assertThat(json.path("results").path(2).path("fate").asText()).isEqualTo("caught otherwise");
    }

    private static SelfTestOutcome outcome(int right, int otherwise, int survived) {
        List<Mutant> mutants = Stream.of(
                        Collections.nCopies(right, mutant(Fate.CAUGHT)),
                        Collections.nCopies(otherwise, mutant(Fate.CAUGHT_OTHERWISE)),
                        Collections.nCopies(survived, mutant(Fate.SURVIVED)))
                .flatMap(List::stream)
                .toList();
        return new SelfTestOutcome(mutants, List.of(), Duration.ofSeconds(1));
    }

    private static Mutant mutant(Fate fate) {
        return new Mutant(FAULT, "cpo", fate, List.of(), "", Duration.ZERO);
    }
}
