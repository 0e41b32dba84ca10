package dev.roamlab.scenarios.engine;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Brings exchanges from the threads on which they end to the scenario's thread, in the order in which they began: a call that
 * was made while another was waiting for its answer ends first, and makes no sense before it.
 */
final class Wiretap implements AutoCloseable {
    /** Wall time: how long an exchange is kept back for one that began earlier and has not ended. */
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final ConcurrentLinkedQueue<Exchange> ended = new ConcurrentLinkedQueue<>();
    private final TreeMap<Long, Kept> kept = new TreeMap<>();
    private final List<Exchange> all = new ArrayList<>();
    private final ExchangeLog.Subscription subscription;
    private long released;

    Wiretap(ExchangeLog log) {
        this.subscription = log.subscribe(ended::add);
    }

    /** What has ended since the last look and need not wait for others. */
    List<Exchange> look() {
        long now = System.nanoTime();
        for (Exchange next = ended.poll(); next != null; next = ended.poll()) {
            kept.put(next.id(), new Kept(next, now));
        }
        List<Exchange> fresh = new ArrayList<>();
        while (!kept.isEmpty() && mayGo(kept.firstEntry().getValue(), now)) {
            Exchange first = kept.pollFirstEntry().getValue().exchange();
            released = first.id();
            fresh.add(first);
        }
        all.addAll(fresh);
        return fresh;
    }

    private boolean mayGo(Kept first, long now) {
        boolean isNext = released == 0 || first.exchange().id() <= released + 1;
        return isNext || now - first.since() > PATIENCE_NANOS;
    }

    /** Everything there was, in the order of the log. */
    List<Exchange> all() {
        look();
        kept.values().forEach(left -> all.add(left.exchange()));
        all.sort(Comparator.comparing(Exchange::id));
        return all;
    }

    @Override
    public void close() {
        subscription.cancel();
    }

    private record Kept(Exchange exchange, long since) {}
}
