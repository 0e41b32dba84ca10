package dev.roamlab.ocpp.link;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds connections whose other side is gone without a word: pings those that were silent for an interval, and closes those
 * that are silent after that. One wall-clock timer serves all of them.
 */
final class Keepalive {
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Set<Link> pinged = ConcurrentHashMap.newKeySet();
    private final boolean on;

    Keepalive(Vertx vertx, Duration interval) {
        on = !interval.isZero();
        if (on) {
            vertx.setPeriodic(interval.toMillis(), tick -> look());
        }
    }

    void add(Link link) {
        if (on) {
            links.add(link);
            link.gone().onComplete(gone -> {
                links.remove(link);
                pinged.remove(link);
            });
        }
    }

    private void look() {
        for (Link link : links) {
            link.run(() -> look(link));
        }
    }

    private void look(Link link) {
        if (link.heardOf()) {
            pinged.remove(link);
        } else if (pinged.add(link)) {
            link.ping();
        } else {
            link.close(Close.GOING_AWAY, "no sign of life");
        }
    }
}
