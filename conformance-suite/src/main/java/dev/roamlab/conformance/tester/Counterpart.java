package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.wire.Caller;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** What behaviour needs to call the system under test in its turn: never on an event loop, always on a worker. */
record Counterpart(
        Vertx vertx,
        Caller caller,
        SutMap map,
        Sut sut,
        ExecutorService workers,
        Map<Platform, LivingCharges> charges) {
    Counterpart(Vertx vertx, Caller caller, SutMap map, Sut sut, ExecutorService workers) {
        this(vertx, caller, map, sut, workers, new ConcurrentHashMap<>());
    }

    LivingCharges charges(Platform platform) {
        return charges.computeIfAbsent(platform, first -> new LivingCharges(first, caller));
    }

    /** Does work that blocks; the future completes with its result. */
    <T> Future<T> blocking(Callable<T> work) {
        Promise<T> done = Promise.promise();
        try {
            workers.execute(() -> {
                try {
                    done.complete(work.call());
                } catch (Exception failure) {
                    done.fail(failure);
                }
            });
        } catch (RejectedExecutionException closed) {
            done.fail(closed);
        }
        return done.future();
    }
}
