package dev.roamlab.scenarios.engine;

import java.util.OptionalInt;

/** Somebody who takes a learner through a scenario. Called on the scenario's thread, between the events; may block. */
public interface Guide {

    /** A step has been announced: returns when the learner wants it to happen. */
    void pause(ScenarioEvent.StepStarted step);

    /**
     * Asks what will happen.
     *
     * @return the learner's choice, from 0; empty to pass over the question
     */
    OptionalInt ask(ScenarioEvent.Question question);
}
