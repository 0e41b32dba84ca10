package dev.roamlab.ocpp.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;

/** Answers the other side's calls. */
public interface RpcHandler {

    /**
     * The payload of the answer. A failure with {@link OcppCallException} becomes that CALLERROR, any other an
     * InternalError that says nothing of its cause.
     */
    Future<ObjectNode> on(String action, ObjectNode payload);
}
