package dev.roamlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo and single scenarios, as the user runs them. */
class StoryCommandsTest {
    @TempDir
    Path folder;

    @Test
    void the_demo_tells_five_stories_in_each_version_and_ends_with_0() {
        CliRun run = CliRun.of("demo", "--report", folder.toString());

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("OCPI 2.2.1", "OCPI 2.3.0", "10 of 10 scenarios passed.");
        assertThat(run.out().lines().filter(line -> !line.startsWith("Report in ")))
                .as("readable at 100 columns")
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(100));
        assertThat(folder.resolve("results.json")).isNotEmptyFile();
        assertThat(folder.resolve("junit.xml")).isNotEmptyFile();
        assertThat(folder.resolve("report.md")).isNotEmptyFile();
        assertThat(folder.resolve("trace.jsonl")).isNotEmptyFile();
    }

    @Test
    void the_same_seed_prints_the_same_story() {
        String[] arguments = {"scenario", "run", "token-authorisation", "--version", "2.3.0", "--seed", "7", "--verbose"
        };

        assertThat(CliRun.of(arguments).out()).isEqualTo(CliRun.of(arguments).out());
    }

    @Test
    void guesses_may_come_from_a_pipe_and_the_story_goes_on_when_they_end() {
        CliRun run = CliRun.with(
                Map.of("LANG", "C.UTF-8"),
                "a\nb\n",
                "scenario",
                "run",
                "credential-exchange",
                "--version",
                "2.2.1",
                "--guided");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("You were right", "(no more input: the story goes on by itself)");
    }

    @Test
    void every_shipped_scenario_is_listed_shown_and_can_be_taken_as_a_start() throws Exception {
        CliRun list = CliRun.of("scenario", "list");

        assertThat(list.out().lines()).hasSize(5);
        assertThat(CliRun.of("scenario", "show", "cdr-and-price").out()).contains("What did it cost?");
        Path mine = folder.resolve("mine.yaml");
        Files.writeString(
                mine, CliRun.of("scenario", "show", "cdr-and-price", "--source").out());
        assertThat(CliRun.of("scenario", "check", mine.toString()).exit()).isZero();
    }

    @Test
    void a_mistake_in_a_scenario_is_told_with_its_line() throws Exception {
        Path mine = folder.resolve("mine.yaml");
        Files.writeString(
                mine,
                CliRun.of("scenario", "show", "cdr-and-price", "--source")
                        .out()
                        .replaceFirst("do: explain_bill", "do: explain_bil"));

        CliRun check = CliRun.of("scenario", "check", mine.toString());

        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).containsPattern("mine\\.yaml:\\d+:\\d+: ").contains("explain_bill");
    }

    @Test
    void an_unknown_scenario_without_a_likeness_ends_with_its_full_stop() {
        CliRun run = CliRun.of("scenario", "run", "nothing");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no file nothing." + System.lineSeparator());
    }

    @Test
    void a_store_that_holds_a_story_is_refused_with_the_way_out() {
        String[] arguments = {
            "scenario", "run", "credential-exchange", "--version", "2.3.0", "--store", folder.toString()
        };
        assertThat(CliRun.of(arguments).exit()).isZero();

        CliRun again = CliRun.of(arguments);

        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("told before", "--store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"data\": [}", "not json", ""})
    void a_file_that_is_not_json_is_refused_as_a_whole(String content) throws Exception {
        Path file = folder.resolve("locations.json");
        Files.writeString(file, content);

        CliRun run = CliRun.of("demo", "--locations", file.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("locations.json").doesNotContain("Exception", "\tat ");
    }

    @Test
    void an_unknown_scenario_is_met_with_a_suggestion() {
        CliRun run = CliRun.of("scenario", "run", "charging-sesion");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("charging-session");
    }
}
