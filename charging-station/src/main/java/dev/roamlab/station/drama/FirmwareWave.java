package dev.roamlab.station.drama;

import dev.roamlab.lab.LabClock;
import dev.roamlab.station.fleet.SimulatedStation;
import java.time.Duration;
import java.util.List;

/** Chargers restart by themselves, as after an update, spread evenly over a time. */
final class FirmwareWave implements Drama {
    private static final Duration TICK = Duration.ofMillis(100);

    private final LabClock clock;
    private final List<SimulatedStation> victims;
    private final Duration gap;
    private int struck;
    private boolean calm;

    FirmwareWave(LabClock clock, List<SimulatedStation> victims, Duration lasts) {
        this.clock = clock;
        this.victims = victims;
        this.gap = lasts.dividedBy(Math.max(1, victims.size()));
    }

    @Override
    public synchronized void strike() {
        long due = gap.isZero() ? victims.size() : 1;
        // Timers closer than a tick would only cost: a large fleet restarts in small groups.
        Duration tick = gap.compareTo(TICK) < 0 ? TICK : gap;
        if (!gap.isZero() && gap.compareTo(TICK) < 0) {
            due = Math.max(1, TICK.toNanos() / gap.toNanos());
        }
        for (long i = 0; i < due && struck < victims.size() && !calm; i++) {
            victims.get(struck++).reboot();
        }
        if (struck < victims.size() && !calm) {
            clock.schedule(tick, this::strike);
        }
    }

    @Override
    public synchronized void calm() {
        calm = true;
    }

    @Override
    public synchronized int affected() {
        return struck;
    }

    @Override
    public synchronized int recovered() {
        return (int) victims.stream()
                .limit(struck)
                .filter(station -> station.isGone() || station.current().accepted())
                .count();
    }
}
