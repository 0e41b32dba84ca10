package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.rpc.Wire;
import io.vertx.core.Future;

/** One open WebSocket, whatever carries it. */
interface Link extends Wire {

    /** Hears what arrives, on the connection's context. */
    interface Listener {
        /** A whole text message. */
        void text(String message);

        /** The end, told once, whoever wanted it. */
        void closed(Close close);
    }

    /** Begins to listen; nothing that arrived before is lost. */
    void listen(Listener listener);

    /** Completes when the socket is gone. */
    Future<Void> gone();

    /** Whether something has arrived since this was asked last; every ping's answer counts. */
    boolean heardOf();

    /** Asks the other side for a sign of life. */
    void ping();
}
