package dev.roamlab.scenarios.live;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits on the scenario's own thread for what takes wall time only. */
final class Wait {
    private static final int SECONDS = 30;

    private Wait() {}

    /** The result of a future; throws what it fails with. */
    static <T> T until(Future<T> future) {
        try {
            return future.await(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("a node has not answered for " + SECONDS + " s", late);
        }
    }
}
