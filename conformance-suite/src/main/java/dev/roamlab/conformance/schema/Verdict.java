package dev.roamlab.conformance.schema;

/** What can be said of how a value is written. */
enum Verdict {
    GOOD,
    /** Not as it should be, yet not clearly wrong: the rule only warns. */
    DOUBTFUL,
    BAD;

    static Verdict badUnless(boolean good) {
        return good ? GOOD : BAD;
    }
}
