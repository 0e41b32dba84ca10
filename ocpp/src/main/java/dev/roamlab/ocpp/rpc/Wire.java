package dev.roamlab.ocpp.rpc;

/** The sending half of a connection. */
public interface Wire {

    /** Sends one text message, on the connection's context; a failure shows as the end of the connection. */
    void send(String text);

    /**
     * Ends the connection.
     *
     * @param status a WebSocket close status
     */
    void close(int status, String reason);

    /** Runs a task on the connection's context: at once when that is the present one. */
    void run(Runnable task);
}
