package dev.roamlab.control.http;

import io.vertx.core.http.HttpServerResponse;

/** Serves a stream of events; the response has its head already and is the endpoint's from here on. */
@FunctionalInterface
public interface StreamEndpoint<Q extends Record, B extends Record> {
    /** Begins to write. Throws {@link Refused} before the first byte to refuse. */
    void stream(Call<Q, B> call, HttpServerResponse response);
}
