package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * A station's link to its CSMS: can be connected again and again, and remembers from one connection to the next what the
 * version on the wire needs remembered.
 */
public interface StationLink {

    /** From the next connection on, this is where it goes and how. */
    void address(StationAddress changed);

    /**
     * Connects, from the context this is called on. Fails with {@link ConnectFailure}, which says what went wrong; a link that is connected or connecting already fails with {@link IllegalStateException}.
     */
    Future<Void> connect();

    /**
     * Asks the CSMS, once all earlier calls are answered. Fails with {@link dev.roamlab.ocpp.rpc.OcppCallException} when
     * the CSMS refuses or its answer breaks a rule, with {@link dev.roamlab.ocpp.rpc.OcppTimeout}, or with
     * {@link dev.roamlab.ocpp.rpc.NotConnected}.
     */
    <A extends Response> Future<A> call(StationCall<A> call);

    /** Closes the connection, if there is one; the handler is not told. Completes when the socket is gone. */
    Future<Void> close();

    /** Whether there is a connection. */
    boolean isOpen();

    /** The version of OCPP agreed on; absent without a connection. */
    Optional<String> version();
}
