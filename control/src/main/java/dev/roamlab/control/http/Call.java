package dev.roamlab.control.http;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that has passed all gates.
 *
 * @param segments the values of the path's named segments
 * @param url path and query as the caller wrote them
 * @param lastEventId what the caller saw last of a stream
 */
public record Call<Q extends Record, B extends Record>(
        Map<String, String> segments, Q query, B body, String url, Optional<String> lastEventId) {

    /** The value of a named segment of the path. */
    public String segment(String name) {
        return Objects.requireNonNull(segments.get(name), name);
    }
}
