package dev.roamlab.cli.conformance;

import dev.roamlab.node.faults.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What became of one fault in the suite's own test.
 *
 * @param role of the node that had it
 * @param findings the requirements that the suite complained about
 * @param message why it could not be tried; empty otherwise
 */
record Mutant(Fault fault, String role, Fate fate, List<String> findings, String message, Duration took) {
    Mutant {
        findings = List.copyOf(findings);
    }

    /** How a fault fared. */
    enum Fate {
        /** The requirement that it is meant to break was complained about. */
        CAUGHT,
        /** Something else was. */
        CAUGHT_OTHERWISE,
        SURVIVED,
        /** The run broke down; that is no catch. */
        BROKEN;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    boolean killed() {
        return fate == Fate.CAUGHT || fate == Fate.CAUGHT_OTHERWISE;
    }
}
