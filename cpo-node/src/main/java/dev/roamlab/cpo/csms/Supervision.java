package dev.roamlab.cpo.csms;

import dev.roamlab.cpo.stations.Station;
import dev.roamlab.lab.LabClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Notices stations that have gone, and stations that are connected but say nothing. One timer of the lab's clock serves all
 * of them, and a message costs nothing here: a station is looked at when its time is up, and if it has been heard of
 * meanwhile, gets more. Used on the node's event loop only.
 */
final class Supervision {
    private static final LabClock.Timer NONE = () -> {};
    private static final long NEVER = Long.MAX_VALUE;
    /** So many are looked at in one go; after a blackout all are due at once, and others want to be served as well. */
    private static final int AT_ONCE = 256;

    private static final Duration APART = Duration.ofMillis(1);

    private final LabClock clock;
    private final long silentMillis;
    private final long goneMillis;
    private final Consumer<Station> lost;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::millis).thenComparingLong(Due::order));
    private LabClock.Timer timer = NONE;
    private long armedFor = NEVER;
    private long asked;

    /** When a station is to be looked at; out of date when the station knows another time. */
    private record Due(long millis, long order, Station station) {}

    /**
     * @param silent how long a connected station may say nothing; zero for as long as it likes
     * @param gone how long a station may be away
     * @param lost is told of each station for which one of the two is over
     */
    Supervision(LabClock clock, Duration silent, Duration gone, Consumer<Station> lost) {
        this.clock = clock;
        this.silentMillis = silent.isZero() ? NEVER : silent.toMillis();
        this.goneMillis = gone.toMillis();
        this.lost = lost;
    }

    /** A station has connected or gone, or is heard of again. */
    void watch(Station station) {
        long at = deadline(station);
        if (at < station.alarmMillis()) {
            station.alarm(at);
            due.add(new Due(at, ++asked, station));
            arm();
        }
    }

    private long deadline(Station station) {
        if (!station.isConnected()) {
            return station.goneMillis() + goneMillis;
        }
        return silentMillis == NEVER ? NEVER : station.seenMillis() + silentMillis;
    }

    private void ring() {
        timer = NONE;
        armedFor = NEVER;
        long now = clock.instant().toEpochMilli();
        for (int i = 0; i < AT_ONCE && !due.isEmpty() && due.peek().millis() <= now; i++) {
            Due next = due.remove();
            if (next.station().alarmMillis() == next.millis()) {
                next.station().alarm(NEVER);
                look(next.station(), now);
            }
        }
        arm();
    }

    private void look(Station station, long now) {
        if (deadline(station) > now) {
            watch(station);
            return;
        }
        if (station.isConnected()) {
            station.giveUp();
        }
        lost.accept(station);
    }

    private void arm() {
        long next = due.isEmpty() ? NEVER : due.peek().millis();
        if (next >= armedFor) {
            return;
        }
        timer.cancel();
        armedFor = next;
        Duration wait = Duration.between(clock.instant(), Instant.ofEpochMilli(next));
        timer = clock.schedule(wait.isNegative() ? APART : wait, this::ring);
    }
}
