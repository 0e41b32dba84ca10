package dev.roamlab.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedTest {
    static java.util.List<String> names() {
        return Shipped.scenarios();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_shipped_scenario_has_no_problem(String name) throws Exception {
        assertThat(ScenarioFile.check(Path.of("src/main/resources/scenarios/" + name + ".yaml")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_shipped_scenario_teaches_something_and_asks_about_it(String name) {
        Scenario scenario = Shipped.scenario(name).orElseThrow();

        assertThat(scenario.goals()).isNotEmpty();
        assertThat(scenario.steps()).anyMatch(step -> !step.predictions().isEmpty());
        assertThat(scenario.steps()).anyMatch(step -> step.pitfall().isPresent());
        assertThat(scenario.steps()).anyMatch(step -> !step.claims().isEmpty());
    }

    @Test
    void a_misspelt_name_is_guessed() {
        assertThat(Shipped.meant("credentials-exchange")).contains("credential-exchange");
    }
}
