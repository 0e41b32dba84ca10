package dev.roamlab.ocpp.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Payload records to and from JSON, both ways under the same rules: what the records declare. Fields that nobody knows are
 * ignored, null counts as absent.
 */
public final class Payloads {
    private Payloads() {}

    /**
     * Reads a payload.
     *
     * @param name of the payload, the beginning of every path in an error
     * @throws dev.roamlab.ocpp.rpc.OcppCallException naming field, rule and value
     */
    public static <T extends Record> T read(String name, JsonNode json, Class<T> type) {
        return Binding.PLAIN.read(name, json, type);
    }

    /**
     * Writes a payload.
     *
     * @throws dev.roamlab.ocpp.rpc.OcppCallException when a value is beyond what the record allows
     */
    public static ObjectNode write(String name, Record payload) {
        return Binding.PLAIN.write(name, payload);
    }
}
