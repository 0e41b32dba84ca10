package dev.roamlab.ocpi.files;

/** A file of which nothing can be taken; the message names the file, the place and the reason. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}
