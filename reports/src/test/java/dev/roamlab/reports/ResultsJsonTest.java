package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsJsonTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void conformance_results_keep_the_names_of_the_contract() throws Exception {
        JsonNode root = mapper.readTree(ResultsJson.render(Runs.conformance()));

        assertThat(root.path("format").asInt()).isEqualTo(1);
        assertThat(root.path("kind").asText()).isEqualTo("conformance");
        assertThat(names(root.path("subject"))).containsExactly("role", "versions", "url");
        assertThat(names(root.path("results").get(0)))
                .contains("requirement", "layer", "level", "verdict", "check", "message", "exchanges");
    }

    @Test
    void summary_counts_every_verdict_of_the_kind_and_adds_up_to_the_results() throws Exception {
        JsonNode root = mapper.readTree(ResultsJson.render(Runs.conformance()));

        assertThat(names(root.path("summary")))
                .containsExactly(
                        "passed",
                        "failed",
                        "warned",
                        "not_applicable",
                        "skipped",
                        "inconclusive",
                        "not_exercised",
                        "not_observable",
                        "error");
        int sum = 0;
        for (JsonNode count : root.path("summary")) {
            sum += count.asInt();
        }
        assertThat(sum).isEqualTo(root.path("results").size());
    }

    @Test
    void layers_are_totalled_apart() throws Exception {
        JsonNode layers =
                mapper.readTree(ResultsJson.render(Runs.conformance())).path("layers");

        assertThat(names(layers)).containsExactly("spec", "interop");
        assertThat(layers.path("spec").path("inconclusive").asInt()).isZero();
        assertThat(layers.path("interop").path("inconclusive").asInt()).isEqualTo(1);
    }

    @Test
    void scenario_results_carry_steps_with_expected_and_actual() throws Exception {
        JsonNode root = mapper.readTree(ResultsJson.render(Runs.scenarios()));
        JsonNode step = root.path("results").get(1).path("steps").get(0);

        assertThat(names(root.path("summary"))).containsExactly("passed", "failed", "broken", "skipped");
        assertThat(step.path("sentence").asText()).isEqualTo("The bill arrives: " + Runs.NASTY);
        assertThat(step.path("expectations").get(1).path("expected").asText()).isEqualTo("4.10 " + Runs.NASTY);
        assertThat(step.path("exchanges").get(0).asLong()).isEqualTo(5);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
