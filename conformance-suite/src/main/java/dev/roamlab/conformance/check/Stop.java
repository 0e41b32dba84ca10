package dev.roamlab.conformance.check;

/** Ends a check early; what it has not decided yet ends as said here. */
public final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How the undecided requirements end. */
    public enum As {
        SKIPPED,
        INCONCLUSIVE,
        NOT_APPLICABLE
    }

    private final As as;

    Stop(As as, String reason) {
        super(reason, null, false, false);
        this.as = as;
    }

    /** How the undecided requirements end. */
    public As as() {
        return as;
    }
}
