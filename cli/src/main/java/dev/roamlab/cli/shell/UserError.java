package dev.roamlab.cli.shell;

import java.util.Optional;

/** Something the user can put right: one sentence that says what is wrong, and one that says how to go on. Exit code 2. */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final String hint;

    /**
     * An error with its way out.
     *
     * @param message what is wrong, with the value and where it stands
     * @param hint what to do about it
     */
    public UserError(String message, String hint) {
        super(message);
        this.message = message;
        this.hint = hint;
    }

    /** An error whose message leaves no doubt about what to do. */
    public UserError(String message) {
        this(message, "");
    }

    /** A port that something else listens on; the option named is the one that chooses another. */
    public static UserError portInUse(String host, int port, String option) {
        return new UserError(
                "Port " + port + " on " + host + " is in use by another program.",
                "Stop that program, or choose another port with " + option + " N (0 takes any free port).");
    }

    /** What is wrong. */
    @Override
    public String getMessage() {
        return message;
    }

    /** What to do about it, if there is anything to add. */
    public Optional<String> hint() {
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }
}
