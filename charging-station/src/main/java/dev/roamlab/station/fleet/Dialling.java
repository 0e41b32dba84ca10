package dev.roamlab.station.fleet;

import dev.roamlab.lab.LabClock;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Lets a bounded number of stations connect at the same time; the others wait in a line. Confined to one event loop. */
final class Dialling {
    /**
     * Not at once: in stepped time the station that has just connected boots first, and all who are told to connect at one
     * moment stand in line before the first of them does, however fast the machine is.
     */
    private static final Duration NEXT = Duration.ofMillis(1);

    private final LabClock clock;
    private final int most;
    private final Deque<Supplier<Future<Void>>> waiting = new ArrayDeque<>();
    private int inFlight;
    private boolean awake;

    Dialling(LabClock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Connects when it is this one's turn. */
    void queue(Supplier<Future<Void>> connect) {
        waiting.add(connect);
        wake();
    }

    private void wake() {
        if (!awake && inFlight < most && !waiting.isEmpty()) {
            awake = true;
            clock.schedule(NEXT, this::dial);
        }
    }

    private void dial() {
        awake = false;
        while (inFlight < most && !waiting.isEmpty()) {
            inFlight++;
            waiting.remove().get().onComplete(done -> {
                inFlight--;
                wake();
            });
        }
    }
}
