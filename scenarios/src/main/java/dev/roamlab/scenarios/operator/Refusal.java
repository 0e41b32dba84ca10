package dev.roamlab.scenarios.operator;

/** A trigger that is not carried out, and why, in a sentence for whoever asked. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;

    private final int httpStatus;

    private Refusal(int httpStatus, String message) {
        super(message);
        this.httpStatus = httpStatus;
    }

    /** What was asked for makes no sense here. */
    static Refusal bad(String message) {
        return new Refusal(BAD_REQUEST, message);
    }

    /** There is no such trigger. */
    static Refusal unknown(String message) {
        return new Refusal(NOT_FOUND, message);
    }

    /** Our nodes cannot do it. */
    static Refusal cannot(String message) {
        return new Refusal(NOT_IMPLEMENTED, message);
    }

    int httpStatus() {
        return httpStatus;
    }
}
