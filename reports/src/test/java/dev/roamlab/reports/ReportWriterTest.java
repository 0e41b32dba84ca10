package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
    @TempDir
    Path dir;

    @Test
    void every_format_is_written_and_nothing_else_is_left_behind() throws Exception {
        Path folder = dir.resolve("a/b");

        List<Path> written = ReportWriter.write(folder, Runs.scenarios());

        assertThat(written)
                .extracting(path -> path.getFileName().toString())
                .containsExactly(
                        "results.json", "junit.xml", "report.html", "report.md", "trace.jsonl", "allure-results");
        assertThat(folder.toFile().listFiles()).hasSameSizeAs(written);
        assertThat(folder.resolve("report.md")).hasContent(MarkdownReport.render(Runs.scenarios()));
    }

    @Test
    void an_earlier_report_is_replaced() throws Exception {
        ReportWriter.write(dir, Runs.conformance());

        ReportWriter.write(dir, Runs.scenarios());

        assertThat(dir.resolve("results.json")).content().contains("\"kind\" : \"scenario\"");
        assertThat(dir.resolve("trace.jsonl")).content().hasLineCount(6);
    }

    @Test
    void a_trace_written_during_the_run_survives_the_report() throws Exception {
        try (TraceWriter trace = TraceWriter.open(dir.resolve("trace.jsonl"))) {
            Runs.scenarios().exchanges().forEach(trace);
        }

        ReportWriter.write(
                dir, RunBuilder.builder(Runs.scenarios()).exchanges(List.of()).build());

        assertThat(dir.resolve("trace.jsonl")).content().hasLineCount(6);
    }

    @Test
    void half_a_surrogate_pair_stops_no_report() throws Exception {
        Run run = RunBuilder.builder(Runs.scenarios()).title("half \ud83d").build();

        ReportWriter.write(dir, run);

        assertThat(dir.resolve("report.md")).content().startsWith("# half ?");
    }
}
