package dev.roamlab.node.store;

/** Says why the store cannot be opened or could not do what was asked, and what to do about it; fit for the user. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure found by ourselves. */
    public StoreException(String message) {
        super(message);
    }

    /** A failure with the driver's own complaint as its cause. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
