package dev.roamlab.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.wire.WireExchange;

/**
 * An OCPI object that the system under test wrote, in an answer or in a request of its own.
 *
 * @param type the object's name in the specification: {@code Location}, {@code EVSE}, {@code Cdr} is {@code CDR}
 * @param partial whether it came in a PATCH, so that fields may be missing
 * @param pointer where it is in the body: {@code /data/3}
 */
public record SeenObject(String type, JsonNode json, boolean partial, WireExchange exchange, String pointer) {
    /** Whether it came from the system's Sender interface or in its own push, rather than being read back from a Receiver. */
    public boolean isOwn() {
        return exchange.fromSut()
                || exchange.target()
                        .flatMap(target -> target.side())
                        .filter(side -> side == dev.roamlab.conformance.wire.Target.Side.SENDER)
                        .isPresent();
    }

    /** A field's text; empty when it is absent or no string. */
    public String text(String field) {
        return json.path(field).isTextual() ? json.path(field).textValue() : "";
    }
}
