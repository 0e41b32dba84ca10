package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.reports.AllureResults.File;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AllureResultsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void a_failure_is_as_agreed() throws Exception {
        Golden.matches(
                "allure-result.json",
                results(Runs.conformance())
                                .getOrDefault("CRED-001", MAPPER.missingNode())
                                .toPrettyString() + "\n");
    }

    @Test
    void every_verdict_has_its_status_and_silence_its_reason() {
        Map<String, JsonNode> results = results(Runs.conformance());

        assertThat(results).hasSize(10);
        assertThat(status(results, "CRED-000")).isEqualTo("passed ");
        assertThat(status(results, "CRED-001")).isEqualTo("failed failed: expected HTTP 405, got 200");
        assertThat(status(results, "TAR-002")).isEqualTo("passed warned: expected HTTP 405, got 200");
        assertThat(status(results, "CRED-003")).startsWith("skipped not applicable: ");
        assertThat(status(results, "CRED-006")).startsWith("skipped not exercised: ");
        assertThat(status(results, "CRED-008")).startsWith("broken error: ");
        assertThat(results.getOrDefault("CRED-009", MAPPER.missingNode())
                        .path("statusDetails")
                        .path("known")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void results_of_one_requirement_in_two_versions_stand_apart() {
        RequirementResult first = Runs.conformance().requirements().get(0);
        Run run = RunBuilder.builder(Runs.conformance())
                .results(List.of(
                        first,
                        RequirementResultBuilder.builder(first).version("2.3.0").build()))
                .build();

        assertThat(AllureResults.render(run).map(File::name).filter(name -> name.endsWith("-result.json")))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void whatever_a_result_attaches_is_there() {
        for (Run run : List.of(Runs.scenarios(), Runs.conformance(), Charges.run())) {
            Map<String, String> files = AllureResults.render(run).collect(Collectors.toMap(File::name, File::text));
            List<String> attached = files.values().stream()
                    .filter(text -> text.startsWith("{\"uuid"))
                    .flatMap(text -> tree(text).findValuesAsText("source").stream())
                    .distinct()
                    .toList();

            assertThat(attached).isNotEmpty();
            assertThat(files).containsKeys(attached.toArray(new String[0]));
        }
    }

    @Test
    void an_exchange_reads_as_it_crossed_the_wire() {
        assertThat(ExchangeText.render(Runs.ocpi(17, "POST credentials", "suite", "cpo", "200")))
                .startsWith("#17 POST credentials, suite → cpo, OCPI 2.2.1, 2026-03-01T10:00:00.267Z, 1 ms\n\n> CALL\n")
                .contains("\n< 200\n< X-Request-ID: r-17\n")
                .endsWith("\n\n{\"status_code\":1000}\n");
    }

    private static String status(Map<String, JsonNode> results, String requirement) {
        JsonNode result = results.getOrDefault(requirement, MAPPER.missingNode());
        return result.path("status").asText() + " "
                + result.path("statusDetails").path("message").asText();
    }

    /** By requirement id, the first word of the name. */
    private static Map<String, JsonNode> results(Run run) {
        return AllureResults.render(run)
                .filter(file -> file.name().endsWith("-result.json"))
                .map(file -> tree(file.text()))
                .collect(
                        Collectors.toMap(result -> result.path("name").asText().split(" ", 2)[0], Function.identity()));
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
