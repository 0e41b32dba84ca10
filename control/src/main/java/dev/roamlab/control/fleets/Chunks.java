package dev.roamlab.control.fleets;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;

/** Does something to many, some at a time, so that others on the event loop get their turn. */
final class Chunks {
    private static final int CHUNK = 500;

    private Chunks() {}

    /** Completes when it has been done to all; fails with the first failure, and goes no further. */
    static <T> Future<Void> each(Vertx vertx, List<T> all, Consumer<T> deed) {
        Promise<Void> done = Promise.promise();
        from(vertx, all, 0, deed, done);
        return done.future();
    }

    private static <T> void from(Vertx vertx, List<T> all, int from, Consumer<T> deed, Promise<Void> done) {
        int to = Math.min(all.size(), from + CHUNK);
        try {
            all.subList(from, to).forEach(deed);
        } catch (RuntimeException failure) {
            done.fail(failure);
            return;
        }
        if (to == all.size()) {
            done.complete();
        } else {
            vertx.runOnContext(turn -> from(vertx, all, to, deed, done));
        }
    }
}
