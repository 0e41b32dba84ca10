package dev.roamlab.control.http;

import io.vertx.core.Future;

/** Serves one operation. Fails with {@link Refused} to refuse; anything else is a fault of ours (500). */
@FunctionalInterface
public interface Endpoint<Q extends Record, B extends Record, R extends Record> {
    /** Answers a call, on the API's event loop. */
    Future<Reply<R>> answer(Call<Q, B> call);
}
