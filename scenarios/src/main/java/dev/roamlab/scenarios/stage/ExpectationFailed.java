package dev.roamlab.scenarios.stage;

/** The system did wrong: it refused what it should do, or did what it should refuse. */
public final class ExpectationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was asked and what came of it */
    public ExpectationFailed(String message) {
        super(message, null, false, false);
    }
}
