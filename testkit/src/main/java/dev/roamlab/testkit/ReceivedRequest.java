package dev.roamlab.testkit;

import io.vertx.core.MultiMap;

/**
 * A request as it reached a {@link FakePartner}.
 *
 * @param path without the query
 * @param query empty when there is none
 * @param body empty when there is none
 */
public record ReceivedRequest(String method, String path, String query, MultiMap headers, String body) {

    /** A header's value, empty text when it is missing. */
    public String header(String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }

    /** Method and path, such as {@code GET /versions}. */
    public String line() {
        return method + " " + path;
    }
}
