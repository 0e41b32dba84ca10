package dev.roamlab.scenarios.engine;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Brings exchanges from the threads on which they end to the scenario's thread. What has ended between two looks comes in
 * the order in which it began, so that the same run tells the same story.
 */
final class Wiretap implements AutoCloseable {
    private final ConcurrentLinkedQueue<Exchange> ended = new ConcurrentLinkedQueue<>();
    private final List<Exchange> all = new ArrayList<>();
    private final ExchangeLog.Subscription subscription;

    Wiretap(ExchangeLog log) {
        this.subscription = log.subscribe(ended::add);
    }

    /** What has ended since the last look. */
    List<Exchange> look() {
        List<Exchange> fresh = new ArrayList<>();
        for (Exchange next = ended.poll(); next != null; next = ended.poll()) {
            fresh.add(next);
        }
        fresh.sort(Comparator.comparing(Exchange::labTime).thenComparing(Exchange::id));
        all.addAll(fresh);
        return fresh;
    }

    /** Everything that was looked at. */
    List<Exchange> all() {
        return all;
    }

    @Override
    public void close() {
        subscription.cancel();
    }
}
