package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultsJsonReaderTest {
    @TempDir
    Path dir;

    static Stream<Run> runs() {
        return Stream.of(Runs.scenarios(), Runs.conformance(), LargeRun.conformance());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void a_run_comes_back_as_it_was_but_for_its_exchanges(Run run) {
        Run back = ResultsJsonReader.read(ResultsJson.render(run));

        assertThat(back).isEqualTo(RunBuilder.builder(run).exchanges(List.of()).build());
    }

    @Test
    void a_report_folder_gives_back_the_exchanges_too() throws Exception {
        ReportWriter.write(dir, Runs.scenarios());

        assertThat(StoredRun.readWithTrace(dir).run()).isEqualTo(Runs.scenarios());
        assertThat(StoredRun.read(dir.resolve("results.json")).run().exchanges())
                .isEmpty();
    }

    @Test
    void a_file_of_the_first_program_is_read() {
        Run run = ResultsJsonReader.read("""
                {"format":1,"kind":"conformance","subject":{"role":"cpo","versions":["2.2.1"]},"title":"old",
                 "started_at":"2026-03-01T10:00:00Z","seed":1,"summary":{},"results":[
                 {"requirement":"CRED-007","layer":"spec","level":"MUST","verdict":"failed","message":"x","exchanges":[17]}]}
                """);

        assertThat(run.requirements())
                .singleElement()
                .extracting(RequirementResult::version, RequirementResult::module, RequirementResult::exchanges)
                .containsExactly("2.2.1", "cred", List.of(17L));
    }

    @Test
    void what_is_wrong_is_named_with_its_place() throws Exception {
        String json = ResultsJson.render(Runs.conformance());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultsJsonReader.read(json.replace("\"format\" : 1", "\"format\" : 2")))
                .withMessage("/format: 2, this program reads 1; use the one that wrote it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultsJsonReader.read(json.replace("\"warned\",", "\"broken\",")))
                .withMessageStartingWith("/results/2/verdict: \"broken\", must be one of passed, failed, warned, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultsJsonReader.read(json.replace("\"seed\" : 7", "\"sed\" : 7")))
                .withMessage("/seed: is missing");
        Path file = Files.writeString(dir.resolve("results.json"), "[]");
        assertThatIOException()
                .isThrownBy(() -> StoredRun.read(dir))
                .withMessage(file + ": the file: must be an object");
    }
}
