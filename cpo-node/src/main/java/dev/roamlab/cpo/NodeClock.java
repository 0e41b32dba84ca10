package dev.roamlab.cpo;

import dev.roamlab.lab.LabClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;

/**
 * The lab's clock for the life of one node: when the node has stopped, its timers fire no more. It tells whole milliseconds,
 * which is what OCPI's DateTime carries, so that what is stored equals what is told.
 */
final class NodeClock extends LabClock {
    private final LabClock lab;
    private volatile boolean stopped;

    NodeClock(LabClock lab) {
        this.lab = lab;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public Instant instant() {
        return lab.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return lab.schedule(delay, () -> {
            if (!stopped) {
                task.run();
            }
        });
    }

    @Override
    public boolean heedsHolds() {
        return lab.heedsHolds();
    }

    @Override
    public Hold hold(String what) {
        return lab.hold(what);
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration timeout) {
        return lab.await(condition, timeout);
    }
}
