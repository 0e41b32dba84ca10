package dev.roamlab.ocpp.link;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds connections whose other side is gone without a word: pings those that were silent for an interval, and closes those
 * that are silent after that. One wall-clock timer serves all of them; each tick looks after a share, so that a hundred
 * thousand pings do not leave at one moment.
 */
final class Keepalive {
    private static final int SHARES = 32;

    private final List<Set<Link>> shares;
    private final boolean on;
    private int next;

    Keepalive(Vertx vertx, Duration interval) {
        on = !interval.isZero();
        shares = Stream.<Set<Link>>generate(ConcurrentHashMap::newKeySet)
                .limit(on ? SHARES : 0)
                .toList();
        if (on) {
            vertx.setPeriodic(Math.max(1, interval.toMillis() / SHARES), tick -> look());
        }
    }

    void add(Link link) {
        if (on) {
            share(link).add(link);
        }
    }

    void remove(Link link) {
        if (on) {
            share(link).remove(link);
        }
    }

    private Set<Link> share(Link link) {
        return shares.get(System.identityHashCode(link) % SHARES);
    }

    private void look() {
        for (Link link : shares.get(next)) {
            link.run(() -> look(link));
        }
        next = (next + 1) % SHARES;
    }

    private void look(Link link) {
        switch (link.silence()) {
            case 0 -> {}
            case 1 -> link.ping();
            default -> link.close(Close.GOING_AWAY, "no sign of life");
        }
    }
}
