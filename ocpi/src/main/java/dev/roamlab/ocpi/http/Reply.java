package dev.roamlab.ocpi.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import java.util.Optional;

/**
 * A partner's successful answer.
 *
 * @param statusCode in the 1xxx range
 * @param data as sent, in the partner's version; empty when absent or null
 * @param headers of the HTTP response
 */
public record Reply(int httpStatus, int statusCode, Optional<JsonNode> data, MultiMap headers) {

    /** A header's value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
