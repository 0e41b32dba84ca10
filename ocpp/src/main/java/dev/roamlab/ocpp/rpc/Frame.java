package dev.roamlab.ocpp.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One OCPP-J message, as it came in. */
sealed interface Frame {

    /** Asks for something. */
    record Call(String id, String action, ObjectNode payload) implements Frame {}

    /** Answers a call. */
    record CallResult(String id, ObjectNode payload) implements Frame {}

    /** Refuses a call. */
    record CallError(String id, String code, String description) implements Frame {}

    /** Was meant to answer a call, and cannot be read: fails that call, and is never answered itself. */
    record BrokenAnswer(String id, String why) implements Frame {}

    /**
     * Cannot be read.
     *
     * @param id absent when not even that could be read
     */
    record Broken(Optional<String> id, RpcErrorCode code, String why) implements Frame {}
}
