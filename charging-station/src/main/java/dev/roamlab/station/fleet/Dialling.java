package dev.roamlab.station.fleet;

import dev.roamlab.lab.LabClock;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Lets a bounded number of stations connect at the same time; the others wait in a line. Confined to one event loop. */
final class Dialling {
    /** Not at once: in stepped time the station that has just connected boots first. */
    private static final Duration NEXT = Duration.ofMillis(1);

    private final LabClock clock;
    private final int most;
    private final Deque<Supplier<Future<Void>>> waiting = new ArrayDeque<>();
    private int inFlight;

    Dialling(LabClock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Connects when it is this one's turn. */
    void queue(Supplier<Future<Void>> connect) {
        waiting.add(connect);
        dial();
    }

    private void dial() {
        while (inFlight < most && !waiting.isEmpty()) {
            inFlight++;
            waiting.remove().get().onComplete(done -> {
                inFlight--;
                if (!waiting.isEmpty()) {
                    clock.schedule(NEXT, this::dial);
                }
            });
        }
    }
}
