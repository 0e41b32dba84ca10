package dev.roamlab.conformance.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** All that has crossed the wire in a run, in the order in which it was complete. Thread-safe. */
public final class Evidence {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<WireExchange> exchanges = new ArrayList<>();

    void add(WireExchange exchange) {
        lock.lock();
        try {
            exchanges.add(exchange);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A copy of all exchanges so far. */
    public List<WireExchange> all() {
        lock.lock();
        try {
            return List.copyOf(exchanges);
        } finally {
            lock.unlock();
        }
    }

    /** Number of exchanges so far; a mark for {@link #await(int, Predicate, Duration)}. */
    public int mark() {
        lock.lock();
        try {
            return exchanges.size();
        } finally {
            lock.unlock();
        }
    }

    /** The exchanges so far for which the condition holds. */
    public List<WireExchange> where(Predicate<WireExchange> condition) {
        return all().stream().filter(condition).toList();
    }

    /** The requests that the system under test made, for which the condition holds. */
    public List<WireExchange> received(Predicate<WireExchange> condition) {
        return where(exchange -> exchange.fromSut() && condition.test(exchange));
    }

    /** The answers of the system under test for which the condition holds; not those that say no more than "not now". */
    public List<WireExchange> answers(Predicate<WireExchange> condition) {
        return where(exchange -> !exchange.fromSut() && exchange.telling() && condition.test(exchange));
    }

    /**
     * Waits for the first exchange for which the condition holds.
     *
     * @param since the mark from which to look; 0 for the whole run
     * @return empty when none came in time
     */
    public Optional<WireExchange> await(int since, Predicate<WireExchange> condition, Duration atMost) {
        Instant deadline = Instant.now().plus(atMost);
        lock.lock();
        try {
            int next = since;
            while (true) {
                for (; next < exchanges.size(); next++) {
                    if (condition.test(exchanges.get(next))) {
                        return Optional.of(exchanges.get(next));
                    }
                }
                long left = Duration.between(Instant.now(), deadline).toNanos();
                if (left <= 0) {
                    return Optional.empty();
                }
                more.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
