package dev.roamlab.reports;

import java.util.Locale;

/** What a run was for; it decides which verdicts its results can carry. */
public enum RunKind {
    /** Stories played by our own systems. */
    SCENARIO,
    /** Rules held against somebody's system. */
    CONFORMANCE;

    /** The word in {@code results.json}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
