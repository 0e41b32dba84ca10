package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.wire.WireExchange;

/**
 * A registration that has come about, with its evidence.
 *
 * @param answer to our credentials
 */
public record Registered(Directory directory, WireExchange answer, Relation relation) {
    /** The credentials of the system under test. */
    public JsonNode credentials() {
        return relation.credentials();
    }

    /** The token for our calls. */
    public String tokenC() {
        return relation.token();
    }
}
