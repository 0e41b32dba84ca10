package dev.roamlab.cpo.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a gateway was asked and has not answered yet: when it is lost, nobody waits any longer. */
final class Asked {
    private final Set<Promise<?>> open = new HashSet<>();

    /** An answer that comes, or fails with the gateway. */
    <A> Future<A> expect(Future<A> answer) {
        Promise<A> promise = Promise.promise();
        open.add(promise);
        answer.onComplete(come -> {
            open.remove(promise);
            if (come.succeeded()) {
                promise.tryComplete(come.result());
            } else {
                promise.tryFail(come.cause());
            }
        });
        return promise.future();
    }

    /** The gateway is lost. */
    void fail(RuntimeException lost) {
        List<Promise<?>> waiting = List.copyOf(open);
        open.clear();
        waiting.forEach(promise -> promise.tryFail(lost));
    }
}
