package dev.roamlab.scenarios.engine;

import dev.roamlab.lab.Exchange;
import dev.roamlab.reports.Expectation;
import dev.roamlab.reports.ScenarioResult;
import dev.roamlab.reports.Verdict;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Something that a watcher of a scenario wants to know. Times are lab times; nothing in an event depends on wall time. */
public sealed interface ScenarioEvent {

    /**
     * A story begins.
     *
     * @param goals what a learner knows afterwards
     * @param steps how many there are in this version
     */
    @RecordBuilder
    record ScenarioStarted(
            String scenario,
            String title,
            String story,
            String version,
            long seed,
            List<String> goals,
            int steps,
            Instant labTime)
            implements ScenarioEvent {}

    /**
     * A step begins.
     *
     * @param setup whether it only brings about what the story takes for granted
     * @param number from 1, among its kind
     */
    @RecordBuilder
    record StepStarted(
            boolean setup,
            int number,
            int of,
            Instant labTime,
            String verb,
            String sentence,
            Optional<String> why,
            Optional<String> spec,
            Optional<String> pitfall)
            implements ScenarioEvent {}

    /** A setup step was superfluous. */
    record StepUnneeded(String sentence) implements ScenarioEvent {}

    /** A step waits. */
    record Waiting(String forWhom, String forWhat, Instant until) implements ScenarioEvent {}

    /** Something crossed a wire. */
    record Exchanged(Exchange exchange) implements ScenarioEvent {}

    /** An action has something to say. */
    record Told(List<String> lines) implements ScenarioEvent {
        /** A telling; the lines are copied. */
        public Told {
            lines = List.copyOf(lines);
        }
    }

    /** What was expected is so. */
    record ExpectationMet(Expectation expectation) implements ScenarioEvent {}

    /** What was expected is not so. */
    record ExpectationMissed(Expectation expectation) implements ScenarioEvent {}

    /**
     * A question to the learner is settled.
     *
     * @param given the learner's choice, from 0; empty when the question was passed over
     */
    record Explained(Question question, OptionalInt given) implements ScenarioEvent {}

    /** A step has ended. */
    record StepEnded(boolean setup, int number, Verdict verdict, Optional<String> message, Instant labTime)
            implements ScenarioEvent {}

    /** A story has ended. */
    record ScenarioEnded(ScenarioResult result, Instant labTime) implements ScenarioEvent {}

    /**
     * A question to the learner.
     *
     * @param answer index of the right choice, from 0
     */
    record Question(String question, List<String> choices, int answer, String because) {
        /** A question; the choices are copied. */
        public Question {
            choices = List.copyOf(choices);
        }
    }
}
