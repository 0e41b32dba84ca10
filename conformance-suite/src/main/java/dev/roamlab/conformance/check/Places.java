package dev.roamlab.conformance.check;

import dev.roamlab.conformance.subject.Sut.Startable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The connectors at which a charge can start: a check takes one for itself and gives it back. Thread-safe. */
public final class Places {
    private final List<Startable> free;
    private final List<Startable> all;

    /** The connectors of the SUT file. */
    public Places(List<Startable> startable) {
        all = List.copyOf(startable);
        free = new ArrayList<>(startable);
    }

    /** Waits for a free one that fits; empty when the operator named none, or none became free in time. */
    synchronized Optional<Place> take(Duration atMost, Predicate<Startable> fitting) {
        if (all.stream().noneMatch(fitting)) {
            return Optional.empty();
        }
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (free.stream().noneMatch(fitting)) {
                long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (millis <= 0) {
                    return Optional.empty();
                }
                wait(millis);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        Startable first = free.stream().filter(fitting).findFirst().orElseThrow();
        free.remove(first);
        return Optional.of(new Place(first, this));
    }

    private synchronized void giveBack(Startable place) {
        free.add(place);
        notifyAll();
    }

    /** A connector of one's own, until closed. */
    public record Place(Startable at, Places pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.giveBack(at);
        }
    }
}
