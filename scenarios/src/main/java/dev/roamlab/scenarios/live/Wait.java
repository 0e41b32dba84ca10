package dev.roamlab.scenarios.live;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits on the scenario's own thread for what takes wall time only. */
final class Wait {
    private static final Duration USUAL = Duration.ofSeconds(30);

    private Wait() {}

    /** The result of a future; throws what it fails with. */
    static <T> T until(Future<T> future) {
        return until(future, USUAL);
    }

    /** The same, for what may take longer. */
    static <T> T until(Future<T> future, Duration longest) {
        try {
            return future.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("a node has not answered for " + longest.toSeconds() + " s", late);
        }
    }
}
