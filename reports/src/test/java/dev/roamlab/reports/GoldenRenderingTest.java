package dev.roamlab.reports;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GoldenRenderingTest {
    @Test
    void results_json_of_scenarios_is_as_agreed() {
        Golden.matches("scenarios.results.json", ResultsJson.render(Runs.scenarios()));
    }

    @Test
    void results_json_of_conformance_is_as_agreed() {
        Golden.matches("conformance.results.json", ResultsJson.render(Runs.conformance()));
    }

    @Test
    void junit_xml_of_scenarios_is_as_agreed() {
        Golden.matches("scenarios.junit.xml", JunitXml.render(Runs.scenarios()));
    }

    @Test
    void junit_xml_of_conformance_is_as_agreed() {
        Golden.matches("conformance.junit.xml", JunitXml.render(Runs.conformance()));
    }

    @Test
    void report_of_scenarios_is_as_agreed() {
        Golden.matches("scenarios.report.md", MarkdownReport.render(Runs.scenarios()));
    }

    @Test
    void report_of_conformance_is_as_agreed() {
        Golden.matches("conformance.report.md", MarkdownReport.render(Runs.conformance()));
    }

    @Test
    void trace_is_as_agreed() {
        Golden.matches(
                "scenarios.trace.jsonl", TraceJson.render(Runs.scenarios()).collect(Collectors.joining()));
    }
}
