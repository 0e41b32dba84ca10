package dev.roamlab.scenarios.own;

/** Nothing in somebody's data can carry the stories; the message counts what the objects lack. */
public final class NoPlace extends Exception {
    private static final long serialVersionUID = 1L;

    NoPlace(String message) {
        super(message);
    }
}
