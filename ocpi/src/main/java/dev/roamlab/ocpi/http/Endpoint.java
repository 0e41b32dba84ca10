package dev.roamlab.ocpi.http;

import io.vertx.core.Future;

/** Serves one operation. Fails with an {@link OcpiException} to refuse; anything else is a fault of ours (3000). */
@FunctionalInterface
public interface Endpoint<B extends Record, R extends Record> {

    /** Answers a call that has passed the gates. */
    Future<Answer<R>> answer(Call<B> call);
}
