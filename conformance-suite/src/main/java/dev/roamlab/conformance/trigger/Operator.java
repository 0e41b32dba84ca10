package dev.roamlab.conformance.trigger;

import java.time.Duration;
import java.util.Optional;

/** The person who operates the system under test, as far as we can speak to them. One question at a time. */
public interface Operator {
    /**
     * Asks for something to be done, and waits.
     *
     * @param trigger the trigger's name
     * @param instruction what to do, in a sentence or two
     * @param question what to type in, when an answer is needed, such as a token
     * @param patience how long to wait
     */
    Answer ask(String trigger, String instruction, Optional<String> question, Duration patience);

    /**
     * Asks whether something is so, and waits.
     *
     * @param requirement the rule that the answer decides
     * @param question to be answered by yes or no
     * @param patience how long to wait
     * @return of the kind YES, NO, SKIPPED (cannot say), NEVER (no such questions any more) or TOO_LATE
     */
    default Answer attest(String requirement, String question, Duration patience) {
        return new Answer(Answer.Kind.SKIPPED, "");
    }

    /**
     * How a question ended.
     *
     * @param text what was typed in
     */
    record Answer(Kind kind, String text) {
        /** The ways in which a question ends. */
        public enum Kind {
            DONE,
            /** It is so. */
            YES,
            /** It is not so. */
            NO,
            /** Not done, or not known. */
            SKIPPED,
            /** Not now, and not again in this run. */
            NEVER,
            TOO_LATE
        }
    }
}
