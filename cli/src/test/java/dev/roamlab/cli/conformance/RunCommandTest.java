package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.cli.CliRun;
import dev.roamlab.ocpi.json.Json;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    /** One that shows at once and needs no trigger. */
    private static final String FAULT = "VER-other-version-in-details";

    private static final String[] QUICK = {
        "conformance", "run", "--self", "--role", "emsp", "--version", "2.3.0", "--only", "ver"
    };

    @TempDir
    Path folder;

    @Test
    void our_own_node_is_clean_and_leaves_a_report() throws Exception {
        CliRun run = run("--report", folder.toString());

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("Plan: ", "✓ versions", "spec ", "not exercised: ", "Clean: ")
                .doesNotContain("\u001b", "\r");
        JsonNode results = Json.parse(Files.readString(folder.resolve("emsp/results.json")));
        assertThat(results.path("results")).isNotEmpty();
        assertThat(folder.resolve("emsp/report.html")).isRegularFile();
    }

    @Test
    void a_fault_is_found_and_explained() {
        CliRun run = run("--fault", FAULT);

        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out())
                .contains("expected ", "actual ", "exchange   #", "rule ", "section    https://", "why ", "curl -i")
                .contains("Findings: ");
    }

    @Test
    void a_written_baseline_makes_the_next_run_clean_until_the_fault_is_gone() throws Exception {
        Path baseline = folder.resolve("known.yaml");

        CliRun first = run("--fault", FAULT, "--write-baseline", baseline.toString());
        CliRun second = run("--fault", FAULT, "--baseline", baseline.toString());
        CliRun third = run("--baseline", baseline.toString());

        assertThat(first.exit()).isEqualTo(1);
        assertThat(second.exit()).as(second.out()).isZero();
        assertThat(second.out()).contains("(known)");
        assertThat(third.exit()).isEqualTo(1);
        assertThat(third.out().replaceAll("\\s+", " ")).contains("remove it from the baseline");
    }

    @Test
    void two_runs_are_compared() throws Exception {
        run("--report", folder.resolve("a").toString());
        run("--fault", FAULT, "--report", folder.resolve("b").toString());
        String before = folder.resolve("a/emsp/results.json").toString();
        String after = folder.resolve("b/emsp/results.json").toString();

        CliRun worse = CliRun.of("conformance", "diff", before, after);
        CliRun better = CliRun.of("conformance", "diff", after, before, "--json");

        assertThat(worse.exit()).isEqualTo(1);
        assertThat(worse.out()).contains("broken (", "passed → failed");
        assertThat(better.exit()).isZero();
        assertThat(Json.parse(better.out()).isObject()).isTrue();
    }

    @Test
    void a_dry_run_prints_the_plan_and_stops() {
        CliRun run = run("--dry-run");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Plan: ", "versions").doesNotContain("Clean", "registered");
    }

    @Test
    void a_system_that_is_not_there_is_no_finding() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        CliRun run = CliRun.of(
                "conformance",
                "run",
                "--versions-url",
                "http://127.0.0.1:" + port + "/v",
                "--token-a",
                "x",
                "--role",
                "cpo");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("Nothing was examined").doesNotContain("Exception");
    }

    private static CliRun run(String... more) {
        String[] arguments = java.util.Arrays.copyOf(QUICK, QUICK.length + more.length);
        System.arraycopy(more, 0, arguments, QUICK.length, more.length);
        return CliRun.of(arguments);
    }
}
