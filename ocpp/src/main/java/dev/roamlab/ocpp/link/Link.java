package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.rpc.Wire;
import io.vertx.core.Future;

/** One open WebSocket, whatever carries it. */
interface Link extends Wire {

    /** Hears what arrives, on the connection's context. */
    interface Listener {
        /** Before anybody listens. */
        Listener NOBODY = new Listener() {
            @Override
            public void text(String message) {}

            @Override
            public void closed(Close close) {}
        };

        /** A whole text message. */
        void text(String message);

        /** The end, told once, whoever wanted it. */
        void closed(Close close);
    }

    /** Begins to listen; nothing that arrived before is lost. */
    void listen(Listener listener);

    /** Completes when the socket is gone. */
    Future<Void> gone();

    /**
     * How often this has been asked since something last arrived; every ping's answer counts. Asked once per interval, on the
     * connection's context.
     */
    int silence();

    /** Asks the other side for a sign of life. */
    void ping();
}
