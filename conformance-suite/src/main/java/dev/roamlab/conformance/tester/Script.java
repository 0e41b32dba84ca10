package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A deviation from the platform's usual behaviour, for the requests to which a condition applies. The newest script that
 * applies wins. Without {@link #answer} it only watches, or delays. Answers are made on an event loop and must not block.
 */
public final class Script implements AutoCloseable {
    private final Predicate<Incoming> when;
    private final Consumer<Script> removal;
    private final List<WireExchange> hits = new ArrayList<>();
    private Optional<Function<Incoming, Reply>> answer = Optional.empty();
    private Consumer<Incoming> before = nothing -> {};
    private Duration delay = Duration.ZERO;
    private int left = Integer.MAX_VALUE;

    Script(Predicate<Incoming> when, Consumer<Script> removal) {
        this.when = when;
        this.removal = removal;
    }

    /** Applies to so many requests only. */
    public synchronized Script times(int n) {
        left = n;
        return this;
    }

    /** What to answer instead. */
    public synchronized Script answer(Function<Incoming, Reply> reply) {
        answer = Optional.of(reply);
        return this;
    }

    /** What to answer instead, always the same. */
    public Script answer(Reply reply) {
        return answer(incoming -> reply);
    }

    /** What to do before the answer is made; must not block. */
    public synchronized Script before(Consumer<Incoming> action) {
        before = action;
        return this;
    }

    /** How long to hold the answer back. */
    public synchronized Script delay(Duration wait) {
        delay = wait;
        return this;
    }

    /** The exchanges to which it applied, as far as they are complete. */
    public synchronized List<WireExchange> hits() {
        return List.copyOf(hits);
    }

    /** Waits for the first hit. */
    public Optional<WireExchange> await(Duration atMost) {
        return await(1, atMost);
    }

    /** Waits for the n-th hit, counted from 1. */
    public synchronized Optional<WireExchange> await(int nth, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (hits.size() < nth) {
                long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (millis <= 0) {
                    return Optional.empty();
                }
                wait(millis);
            }
            return Optional.of(hits.get(nth - 1));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The usual behaviour again. Hits stay readable. */
    @Override
    public void close() {
        removal.accept(this);
    }

    /** Whether it applies; if so, one application is used up. */
    synchronized boolean takes(Incoming incoming) {
        if (left <= 0 || !when.test(incoming)) {
            return false;
        }
        left--;
        return true;
    }

    synchronized Optional<Reply> reply(Incoming incoming) {
        before.accept(incoming);
        return answer.map(made -> made.apply(incoming));
    }

    synchronized Duration delay() {
        return delay;
    }

    synchronized void hit(WireExchange exchange) {
        hits.add(exchange);
        notifyAll();
    }
}
