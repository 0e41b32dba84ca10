package dev.roamlab.ocpp.rpc;

/** There is no connection, or it ended before a call was answered. */
public class NotConnected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what was tried, and what became of the connection */
    public NotConnected(String message) {
        super(message, null, false, false);
    }
}
