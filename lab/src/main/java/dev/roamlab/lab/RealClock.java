package dev.roamlab.lab;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lab time that runs with the wall clock, or N times faster from the moment the clock was made. */
public final class RealClock extends LabClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RealClock.class);
    private static final Hold NO_HOLD = () -> {};
    private static final Duration POLL = Duration.ofMillis(10);

    private final Clock wall;
    private final double speed;
    private final Instant origin;
    private volatile boolean closed;
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lab-clock");
        thread.setDaemon(true);
        return thread;
    });

    /** @param speed lab seconds per wall second, above 0 */
    public RealClock(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed: " + speed + ", must be above 0");
        }
        this.wall = Clock.systemUTC();
        this.speed = speed;
        this.origin = wall.instant();
    }

    @Override
    public Instant instant() {
        Instant now = wall.instant();
        return speed == 1 ? now : origin.plus(scaled(Duration.between(origin, now), speed));
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        Context context = Vertx.currentContext();
        long nanos = Math.max(0, scaled(delay, 1 / speed).toNanos());
        // The hop back to the context is where a cancelled timer could still slip through: the flag closes that gap.
        var scheduled = new Scheduled(task);
        if (context instanceof ContextInternal loop && loop.isEventLoopContext() && loop.inThread()) {
            // The loop's own timers: no other thread has to wake up, for stations by the thousand.
            scheduled.future = loop.nettyEventLoop()
                    .schedule(() -> loop.dispatch(ignored -> scheduled.run()), nanos, TimeUnit.NANOSECONDS);
            return scheduled;
        }
        scheduled.future = timers.schedule(
                () -> {
                    if (context == null) {
                        scheduled.run();
                    } else {
                        context.runOnContext(ignored -> scheduled.run());
                    }
                },
                nanos,
                TimeUnit.NANOSECONDS);
        return scheduled;
    }

    @Override
    public boolean heedsHolds() {
        return false;
    }

    @Override
    public Hold hold(String what) {
        return NO_HOLD;
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration timeout) {
        Instant deadline = instant().plus(timeout);
        while (!condition.getAsBoolean()) {
            if (!instant().isBefore(deadline)) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        timers.shutdownNow();
    }

    private static Duration scaled(Duration duration, double factor) {
        return factor == 1 ? duration : Duration.ofNanos((long) (duration.toNanos() * factor));
    }

    private final class Scheduled implements Timer {
        private final Runnable task;
        private volatile boolean cancelled;
        private volatile @org.jspecify.annotations.Nullable ScheduledFuture<?> future;

        Scheduled(Runnable task) {
            this.task = task;
        }

        void run() {
            if (cancelled || closed) {
                return;
            }
            try {
                task.run();
            } catch (RuntimeException broken) {
                // The executor would keep it to itself.
                LOG.error("a timer's task failed", broken);
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            ScheduledFuture<?> pending = future;
            if (pending != null) {
                pending.cancel(false);
            }
        }
    }
}
