package dev.roamlab.lab;

/** Lab time cannot move on because something was begun and never finished; the message names it. */
public final class LabStuckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LabStuckException(String message) {
        super(message);
    }
}
