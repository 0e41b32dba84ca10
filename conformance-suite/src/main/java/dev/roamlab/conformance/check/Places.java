package dev.roamlab.conformance.check;

import dev.roamlab.conformance.subject.Sut.Startable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The connectors at which a charge can start: a check takes one for itself and gives it back. Thread-safe. */
public final class Places {
    private final BlockingQueue<Startable> free = new LinkedBlockingQueue<>();
    private final boolean none;

    /** The connectors of the SUT file. */
    public Places(List<Startable> startable) {
        free.addAll(startable);
        none = startable.isEmpty();
    }

    /** Waits for a free one; empty when the operator named none, or none became free in time. */
    Optional<Place> take(Duration atMost) {
        if (none) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(free.poll(atMost.toMillis(), TimeUnit.MILLISECONDS))
                    .map(startable -> new Place(startable, this));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A connector of one's own, until closed. */
    public record Place(Startable at, Places pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.free.add(at);
        }
    }
}
