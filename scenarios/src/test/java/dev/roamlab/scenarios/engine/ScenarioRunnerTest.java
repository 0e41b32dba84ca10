package dev.roamlab.scenarios.engine;

import static dev.roamlab.reports.Verdict.BROKEN;
import static dev.roamlab.reports.Verdict.FAILED;
import static dev.roamlab.reports.Verdict.PASSED;
import static dev.roamlab.reports.Verdict.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.reports.ScenarioResult;
import dev.roamlab.reports.StepResult;
import dev.roamlab.scenarios.engine.ScenarioEvent.Question;
import dev.roamlab.scenarios.engine.ScenarioEvent.StepStarted;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.file.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScenarioRunnerTest {
    private final List<ScenarioEvent> events = new ArrayList<>();

    @Test
    void a_scenario_whose_expectations_hold_has_passed() {
        ScenarioResult result = play("""
                - do: register
                  with: {by: emsp}
                  say: "{emsp} registers."
                  expect:
                    - {that: they agreed, at: cpo, object: partner, where: {party: "{emsp.party}"}, field: version, is: "{version}"}
                    - {that: tokens are offered, at: cpo, object: partner, field: endpoints, contains: tokens}
                    - {that: there is one, at: cpo, object: partner, count: 1}
                """);

        assertThat(result.verdict()).isEqualTo(PASSED);
        assertThat(result.steps().get(0).sentence()).isEqualTo("Voltura registers.");
        assertThat(result.steps().get(0).exchanges()).containsExactly(1L, 2L);
    }

    @Test
    void a_missed_expectation_fails_with_expected_and_actual_and_skips_the_rest() {
        ScenarioResult result = play("""
                - do: register
                  with: {by: emsp}
                  say: They meet.
                  expect: [{that: they speak 9.9, at: cpo, object: partner, field: version, is: "9.9"}]
                - do: expect
                  say: Then.
                """);

        assertThat(result.verdict()).isEqualTo(FAILED);
        StepResult failed = result.steps().get(0);
        assertThat(failed.message()).contains("they speak 9.9: expected 9.9, got 2.2.1");
        assertThat(result.steps().get(1).verdict()).isEqualTo(SKIPPED);
        assertThat(result.steps().get(1).message()).contains("because step 1 failed");
    }

    @Test
    void what_is_looked_for_and_not_there_is_told_with_what_is_there() {
        ScenarioResult result = play("""
                - do: register
                  with: {by: emsp}
                  say: They meet.
                  expect: [{that: it has a colour, at: cpo, object: partner, field: colour, exists: true}]
                """);

        assertThat(result.steps().get(0).message())
                .contains("it has a colour: expected there, got no colour; the partner has party, version, endpoints");
    }

    @Test
    void a_mistake_of_the_scenario_breaks_it() {
        ScenarioResult result = play("""
                - do: lose_power
                  with: {charger: "{charger.id}"}
                  say: Dark.
                """);

        assertThat(result.verdict()).isEqualTo(BROKEN);
        assertThat(result.steps().get(0).message()).contains("there is no such charger");
    }

    @Test
    void an_error_of_ours_breaks_it_too() {
        ScenarioResult result = play("""
                - do: block_token
                  with: {token: "{mia.card}"}
                  say: Stop.
                """);

        assertThat(result.verdict()).isEqualTo(BROKEN);
        assertThat(result.steps().get(0).message()).contains("IllegalStateException: cardboard");
    }

    @Test
    void a_refusal_that_is_expected_passes() {
        ScenarioResult result = play("""
                - {do: register, with: {by: emsp}, say: Once.}
                - {do: register, with: {by: emsp}, say: Twice., refused: "405"}
                """);

        assertThat(result.verdict()).isEqualTo(PASSED);
        assertThat(result.steps().get(1).expectations())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.actual()).isEqualTo("Kantstroom answered HTTP 405"));
    }

    @Test
    void a_refusal_that_is_not_expected_fails() {
        ScenarioResult result = play("""
                - {do: register, with: {by: emsp}, say: Once.}
                - {do: register, with: {by: emsp}, say: Twice.}
                """);

        assertThat(result.verdict()).isEqualTo(FAILED);
        assertThat(result.steps().get(1).message()).contains("Kantstroom answered HTTP 405");
    }

    @Test
    void what_should_be_refused_and_is_done_fails() {
        ScenarioResult result = play("""
                - {do: register, with: {by: emsp}, say: Once., refused: "405"}
                """);

        assertThat(result.steps().get(0).message()).contains("should have been refused (405), but was done");
    }

    @Test
    void a_step_waits_in_lab_time_for_what_another_system_shows() {
        ScenarioResult result = play("""
                - do: switch_on
                  with: {charger: "{charger.id}"}
                  say: Light.
                  until: {within: 5 s, see: [{that: it is there, at: cpo, object: station, field: connected, is: true}]}
                """);

        assertThat(result.verdict()).isEqualTo(PASSED);
        assertThat(result.took()).isLessThan(Duration.ofSeconds(1));
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                ScenarioEvent.Waiting.class,
                                waiting -> assertThat(waiting.forWhat()).isEqualTo("it is there")));
    }

    @Test
    void a_wait_in_vain_fails() {
        ScenarioResult result = play("""
                - do: expect
                  say: Light?
                  until: {within: 1 h, see: [{that: it is there, at: cpo, object: station, field: connected, is: true}]}
                """);

        assertThat(result.verdict()).isEqualTo(FAILED);
        assertThat(result.steps().get(0).message())
                .contains("waited 1 h in vain: it is there: expected true, got no station at all");
    }

    @Test
    void without_a_wait_the_expectations_are_what_a_step_waits_for() {
        ScenarioResult result = play("""
                - do: switch_on
                  with: {charger: "{charger.id}"}
                  say: Light.
                  expect: [{that: it draws power, at: cpo, object: station, field: power_kw, at_least: 22}]
                """);

        assertThat(result.verdict()).isEqualTo(PASSED);
    }

    @Test
    void a_setup_step_is_left_out_when_it_is_so_already() {
        FakeStage stage = new FakeStage(Written.steps("- {do: expect, say: X}").world());
        Scenario scenario = Written.scenario("""
                setup:
                  - do: register
                    with: {by: emsp}
                    say: They register.
                    unless: {that: so, at: cpo, object: partner, count: 1}
                steps:
                  - {do: expect, say: Look.}
                """);

        ScenarioResult first = ScenarioRunner.run(scenario, stage, Options.listening(events::add))
                .result();
        ScenarioResult second = ScenarioRunner.run(scenario, stage, Options.listening(events::add))
                .result();

        assertThat(first.steps()).extracting(StepResult::number).containsExactly(0, 1);
        assertThat(second.steps()).extracting(StepResult::number).containsExactly(1);
        assertThat(events).hasAtLeastOneElementOfType(ScenarioEvent.StepUnneeded.class);
    }

    @Test
    void a_guide_asks_before_the_step_and_explains_after_it() {
        List<String> order = new ArrayList<>();
        Guide guide = new Guide() {
            @Override
            public void pause(StepStarted step) {
                order.add("pause");
            }

            @Override
            public OptionalInt ask(Question question) {
                order.add(question.question());
                return OptionalInt.of(1);
            }
        };
        Scenario scenario = Written.steps("""
                - do: pull
                  with: {by: emsp, what: tariffs}
                  say: They look.
                  predict: [{ask: Who, choices: [this, that], answer: that, because: so}]
                """);

        ScenarioRunner.run(
                scenario,
                new FakeStage(scenario.world()),
                new Options(List.of(event -> order.add(event.getClass().getSimpleName())), Optional.of(guide)));

        assertThat(order)
                .containsExactly(
                        "ScenarioStarted",
                        "StepStarted",
                        "Who",
                        "pause",
                        "Told",
                        "Explained",
                        "StepEnded",
                        "ScenarioEnded");
    }

    @Test
    void exchanges_of_several_stages_are_numbered_through_in_one_run() {
        Scenario scenario = Written.steps("- {do: register, with: {by: emsp}, say: They meet.}");
        Performance performance = new Performance("two labs", 1, java.time.Instant.EPOCH, Optional.empty());

        performance.play(scenario, new FakeStage(scenario.world()), Options.listening(events::add));
        performance.play(scenario, new FakeStage(scenario.world()), Options.listening(events::add));

        assertThat(performance.run().exchanges()).extracting("id").containsExactly(1L, 2L, 3L, 4L);
        assertThat(performance.run().results().get(1).exchanges()).containsExactly(3L, 4L);
    }

    private ScenarioResult play(String steps) {
        Scenario scenario = Written.steps(steps);
        return ScenarioRunner.run(scenario, new FakeStage(scenario.world()), Options.listening(events::add))
                .result();
    }
}
