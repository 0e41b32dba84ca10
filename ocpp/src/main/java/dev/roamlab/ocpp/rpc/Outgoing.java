package dev.roamlab.ocpp.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * What becomes of a request when its turn to be sent has come.
 *
 * @param <A> the answer, read
 */
public sealed interface Outgoing<A> {

    /**
     * Goes over the wire.
     *
     * @param answer reads the payload of the answer; throws {@link OcppCallException} when that breaks a rule
     */
    record Sent<A>(String action, ObjectNode payload, Function<ObjectNode, A> answer) implements Outgoing<A> {}

    /** The version on the wire has no message for this, so it counts as answered. */
    record Unsaid<A>(A answer) implements Outgoing<A> {}
}
