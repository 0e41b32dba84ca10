package dev.roamlab.ocpp.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.rpc.Outgoing;
import java.util.function.Function;

/**
 * Neutral messages to and from one version's payloads, for one end of one station. Remembers what the wire does not carry
 * (which number stands for which transaction, say), and so outlives connections. Used on one thread.
 */
public interface Translation {

    /**
     * What to send for a request, decided when its turn has come: an earlier answer may bear on it.
     *
     * @throws dev.roamlab.ocpp.rpc.OcppCallException when the version cannot express it
     */
    <A extends Response> Outgoing<A> outgoing(Request<A> request);

    /**
     * What the other side asks.
     *
     * @throws dev.roamlab.ocpp.rpc.OcppCallException when the action is unknown or the payload breaks a rule
     */
    Incoming incoming(String action, ObjectNode payload);

    /** Whether nothing is remembered that a later connection could need. */
    boolean isBlank();

    /**
     * A call from the other side.
     *
     * @param answer what to send for our answer
     */
    record Incoming(Request<?> request, Function<Response, ObjectNode> answer) {}
}
