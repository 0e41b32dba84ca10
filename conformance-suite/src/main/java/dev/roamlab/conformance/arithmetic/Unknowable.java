package dev.roamlab.conformance.arithmetic;

/** The bill cannot be worked out from what is given, for the reason in the message. */
final class Unknowable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknowable(String message) {
        super(message);
    }
}
