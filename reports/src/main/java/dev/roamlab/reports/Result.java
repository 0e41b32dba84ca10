package dev.roamlab.reports;

import java.util.List;

/** One line of a run's outcome: a scenario played or a requirement checked. */
public sealed interface Result permits ScenarioResult, RequirementResult {

    /** The kind of run that this result belongs to. */
    RunKind kind();

    /** The scenario's name or the requirement's id. */
    String name();

    /** What it is called in reports. */
    String title();

    /** The OCPI version that was spoken. */
    String version();

    /** Why it did not pass; empty when it did, or when only its parts say why. */
    String reason();

    /** How it ended. */
    Verdict verdict();

    /** What the verdict counts as for the run as a whole; differs where a failure was expected. */
    default Verdict counted() {
        return verdict();
    }

    /** Ids of the exchanges behind it, in the order of the log. */
    List<Long> exchanges();

    /** Refuses a verdict that this kind of run does not know. */
    static void requireKind(RunKind kind, String what, Verdict verdict) {
        if (!verdict.belongsTo(kind)) {
            throw new IllegalArgumentException(
                    what + ": verdict " + verdict.spelling() + " does not belong to a " + kind.spelling() + " run");
        }
    }
}
