package dev.roamlab.control.http;

import dev.roamlab.control.http.Limits.Limit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Counts each caller's requests. A window begins with the first request in it, so a caller who has been refused knows exactly
 * when to come back. Used on one event loop.
 */
final class Turnstile {
    private static final int MOST_CALLERS = 10_000;

    private final Limits limits;
    private final LongSupplier nanos;
    private final Map<String, Counter[]> callers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counter[]> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    Turnstile(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    private static final class Counter {
        private final Limit limit;
        private long begun;
        private int used;

        Counter(Limit limit, long now) {
            this.limit = limit;
            this.begun = now;
        }

        void moveTo(long now) {
            if (now - begun >= limit.window().toNanos()) {
                begun = now;
                used = 0;
            }
        }

        int left() {
            return limit.requests() - used;
        }

        /** At least 1: who comes back after that many seconds is let in. */
        long secondsLeft(long now) {
            long left = limit.window().toNanos() - (now - begun);
            return Math.max(1, (left + 999_999_999) / 1_000_000_000);
        }
    }

    /**
     * Lets a request pass.
     *
     * @return headers that say how many are left
     * @throws Refused with 429
     */
    Map<String, String> pass(String caller) {
        if (limits.all().isEmpty()) {
            return Map.of();
        }
        long now = nanos.getAsLong();
        Counter[] counters = callers.computeIfAbsent(caller, first -> counters(now));
        Counter tightest = counters[0];
        for (Counter counter : counters) {
            counter.moveTo(now);
            tightest = counter.left() < tightest.left()
                            || (counter.left() == tightest.left()
                                    && counter.secondsLeft(now) > tightest.secondsLeft(now))
                    ? counter
                    : tightest;
        }
        if (tightest.left() <= 0) {
            throw refused(tightest, now);
        }
        for (Counter counter : counters) {
            counter.used++;
        }
        return headers(tightest, now);
    }

    private Counter[] counters(long now) {
        return limits.all().stream().map(limit -> new Counter(limit, now)).toArray(Counter[]::new);
    }

    private Refused refused(Counter spent, long now) {
        Map<String, String> headers = headers(spent, now);
        headers.put("Retry-After", Long.toString(spent.secondsLeft(now)));
        return Refused.with(
                429,
                spent.limit.requests() + " requests in "
                        + spent.limit.window().toSeconds() + " s are used up; come back in " + spent.secondsLeft(now)
                        + " s, or start with a wider --api-limit",
                headers);
    }

    private Map<String, String> headers(Counter tightest, long now) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("RateLimit-Limit", Integer.toString(tightest.limit.requests()));
        headers.put("RateLimit-Remaining", Integer.toString(Math.max(0, tightest.left())));
        headers.put("RateLimit-Reset", Long.toString(tightest.secondsLeft(now)));
        headers.put(
                "RateLimit-Policy",
                String.join(", ", limits.all().stream().map(Limit::policy).toList()));
        return headers;
    }
}
