package dev.roamlab.station.drama;

import dev.roamlab.lab.LabClock;
import dev.roamlab.station.drama.DramaNews.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** One drama from its beginning to its end. */
final class DramaRun {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
    /** Who has not recovered by then will not. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final LabClock clock;
    private final int number;
    private final DramaKind kind;
    private final Drama drama;
    private final Consumer<DramaNews> listener;
    private final Instant begun;
    private Phase phase = Phase.STRIKES;
    private Instant changed;

    DramaRun(LabClock clock, int number, DramaKind kind, Drama drama, Consumer<DramaNews> listener) {
        this.clock = clock;
        this.number = number;
        this.kind = kind;
        this.drama = drama;
        this.listener = listener;
        this.begun = clock.instant();
        this.changed = begun;
    }

    void begin(Duration lasts) {
        drama.strike();
        listener.accept(news());
        clock.schedule(lasts, this::calm);
    }

    int number() {
        return number;
    }

    /** Its cause goes away now; does nothing when it has gone. */
    void calm() {
        synchronized (this) {
            if (phase != Phase.STRIKES) {
                return;
            }
            phase = Phase.RECOVERING;
            changed = clock.instant();
        }
        drama.calm();
        listener.accept(news());
        look();
    }

    synchronized boolean isOver() {
        return phase == Phase.OVER;
    }

    DramaNews news() {
        int affected = drama.affected();
        int recovered = drama.recovered();
        synchronized (this) {
            Instant until = phase == Phase.OVER ? changed : clock.instant();
            return new DramaNews(number, kind, phase, begun, Duration.between(begun, until), affected, recovered);
        }
    }

    private void look() {
        boolean well = drama.recovered() >= drama.affected();
        Instant now = clock.instant();
        if (!well && Duration.between(changed, now).compareTo(PATIENCE) < 0) {
            clock.schedule(LOOKS_EVERY, this::look);
            return;
        }
        synchronized (this) {
            phase = Phase.OVER;
            changed = now;
        }
        listener.accept(news());
    }
}
