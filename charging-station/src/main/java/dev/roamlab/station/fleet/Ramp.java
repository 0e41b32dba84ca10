package dev.roamlab.station.fleet;

import dev.roamlab.lab.LabClock;
import java.time.Duration;
import java.util.List;

/** Lets stations connect one after the other, so many per second of lab time. */
public final class Ramp {
    private static final Duration TICK = Duration.ofMillis(50);

    private final LabClock clock;
    private final List<SimulatedStation> stations;
    private final double perSecond;
    private double due;
    private int told;
    private boolean stopped;

    private Ramp(LabClock clock, List<SimulatedStation> stations, double perSecond) {
        this.clock = clock;
        this.stations = List.copyOf(stations);
        this.perSecond = perSecond;
    }

    /**
     * Begins with the first station at once.
     *
     * @param perSecond above 0; infinite tells all of them at once
     */
    public static Ramp begin(LabClock clock, List<SimulatedStation> stations, double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("perSecond: " + perSecond + ", must be above 0");
        }
        Ramp ramp = new Ramp(clock, stations, perSecond);
        ramp.due = 1;
        ramp.tick();
        return ramp;
    }

    /** How many have been told to connect. */
    public synchronized int told() {
        return told;
    }

    /** Ends the ramp: who was not told yet stays where they are. */
    public synchronized void stop() {
        stopped = true;
    }

    private synchronized void tick() {
        while (!stopped && told < stations.size() && (told < due || Double.isInfinite(perSecond))) {
            stations.get(told++).connect();
        }
        if (!stopped && told < stations.size()) {
            // Counted against the rate and not the clock: a ramp that is held up does not make up for it by a jump.
            due = Math.min(due + perSecond * TICK.toMillis() / 1000, told + Math.max(1, perSecond));
            clock.schedule(TICK, this::tick);
        }
    }
}
