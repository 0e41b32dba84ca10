package dev.roamlab.node.host;

import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.http.PartnerException;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due to each partner, sent one after the other in the order in which it arose. Used on the node's event loop only.
 *
 * <p>A push that fails is not repeated: by then it may be out of date, and the receiver fetches what it missed
 * (transport_and_format, offline behaviour). What must arrive, such as a CDR, repeats itself.
 */
public final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration APART = Duration.ofMillis(1);
    private static final int MOST_WAITING = 100_000;

    private final LabClock clock;
    private final Map<String, Queue> queues = new HashMap<>();

    /** @param clock between two deliveries passes a moment of lab time, so that a stepped lab repeats itself exactly */
    public Deliveries(LabClock clock) {
        this.clock = clock;
    }

    /**
     * Adds a delivery.
     *
     * @param partnerId whose queue
     * @param what for the log
     * @param delivery begins the delivery when its turn comes
     * @return false when so much waits for the partner already that this is dropped
     */
    public boolean add(String partnerId, String what, Supplier<Future<?>> delivery) {
        Queue queue = queues.computeIfAbsent(partnerId, id -> new Queue());
        if (queue.waiting.size() >= MOST_WAITING) {
            LOG.warn("{} deliveries wait for partner {}: {} is dropped", MOST_WAITING, partnerId, what);
            return false;
        }
        queue.waiting.add(new Due(what, delivery));
        queue.wake();
        return true;
    }

    /** How many deliveries wait, for all partners. */
    public int waiting() {
        return queues.values().stream()
                .mapToInt(queue -> queue.waiting.size() + (queue.busy ? 1 : 0))
                .sum();
    }

    /** Drops what is due to a partner that is none any more. */
    public void forget(String partnerId) {
        queues.remove(partnerId);
    }

    private record Due(String what, Supplier<Future<?>> delivery) {}

    private final class Queue {
        private final ArrayDeque<Due> waiting = new ArrayDeque<>();
        private boolean busy;

        private void wake() {
            if (!busy && !waiting.isEmpty()) {
                busy = true;
                clock.schedule(APART, this::next);
            }
        }

        private void next() {
            Due due = waiting.poll();
            if (due == null) {
                busy = false;
                return;
            }
            clock.holding(due.what(), begin(due)).onComplete(done -> {
                if (done.failed()) {
                    report(due, done.cause());
                }
                busy = false;
                wake();
            });
        }

        private Future<?> begin(Due due) {
            try {
                return due.delivery().get();
            } catch (RuntimeException thrown) {
                return Future.failedFuture(thrown);
            }
        }

        private void report(Due due, Throwable failure) {
            if (failure instanceof PartnerException) {
                LOG.warn("{}: {}", due.what(), failure.getMessage());
            } else {
                LOG.error("{} failed", due.what(), failure);
            }
        }
    }
}
