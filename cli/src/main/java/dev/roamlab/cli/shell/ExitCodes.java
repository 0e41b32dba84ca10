package dev.roamlab.cli.shell;

/** What the exit codes of every command mean. */
public final class ExitCodes {
    /** Done, nothing to complain about. */
    public static final int CLEAN = 0;
    /** Done, and something was found: a failed check, a broken expectation. */
    public static final int FINDINGS = 1;
    /** Could not be done: bad usage, no connection, or our own fault. */
    public static final int COULD_NOT_RUN = 2;

    private ExitCodes() {}
}
