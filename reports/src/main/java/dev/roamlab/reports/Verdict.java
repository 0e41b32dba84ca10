package dev.roamlab.reports;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How a scenario, a step or a requirement ended. Both kinds of run share the words they have in common; "we could not
 * tell, and it is our fault" is {@link #BROKEN} for a scenario and {@link #ERROR} for a requirement.
 */
public enum Verdict {
    PASSED(Weight.CLEAN),
    /** The system did wrong. */
    FAILED(Weight.FINDING),
    /** The scenario could not be played: our mistake, or a system that was not there. */
    BROKEN(Weight.TROUBLE),
    /** A deviation from a SHOULD, or one that is tolerated. */
    WARNED(Weight.CLEAN),
    /** The module or role is not offered, proven from the version details. */
    NOT_APPLICABLE(Weight.SILENT),
    /** Not tried, because something before it failed; the message names it. */
    SKIPPED(Weight.SILENT),
    /** The system could not be driven there, or its data did not show it. */
    INCONCLUSIVE(Weight.SILENT),
    /** No check is written. */
    NOT_EXERCISED(Weight.SILENT),
    /** Cannot be seen from outside. */
    NOT_OBSERVABLE(Weight.SILENT),
    /** Our mistake, or the network's; never a verdict on the system. */
    ERROR(Weight.TROUBLE);

    /** What a verdict means for the run as a whole, from light to heavy. */
    public enum Weight {
        /** Says nothing about the system. */
        SILENT,
        CLEAN,
        FINDING,
        TROUBLE
    }

    private final Weight weight;

    Verdict(Weight weight) {
        this.weight = weight;
    }

    /** What this verdict means for the run as a whole. */
    public Weight weight() {
        return weight;
    }

    /** Whether a run of this kind can end so. */
    public boolean belongsTo(RunKind kind) {
        return switch (kind) {
            case SCENARIO -> this == PASSED || this == FAILED || this == BROKEN || this == SKIPPED;
            case CONFORMANCE -> this != BROKEN;
        };
    }

    /** The word in {@code results.json}: {@code not_applicable}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for people: {@code not applicable}. */
    public String words() {
        return spelling().replace('_', ' ');
    }

    /** The verdicts of one kind of run, in the order in which reports total them. */
    public static List<Verdict> of(RunKind kind) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.belongsTo(kind))
                .toList();
    }

    /** The heaviest verdict, the first of equals; {@link #PASSED} when there is none. */
    public static Verdict heaviest(Collection<Verdict> verdicts) {
        return verdicts.stream()
                .sorted(Comparator.comparing(Verdict::weight).reversed())
                .findFirst()
                .orElse(PASSED);
    }
}
