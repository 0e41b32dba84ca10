package dev.roamlab.lab;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Lab time that moves only while somebody waits for it, and only when everything that was begun has ended: it jumps from
 * timer to timer. Since no two timers run side by side, the same seed gives the same order of events, at any speed.
 *
 * <p>Two things keep time from overtaking work: holds (a request without its answer), and a round through every context
 * that takes part (work between two callbacks).
 */
public final class SteppedClock extends LabClock {
    /** As fast as the machine allows. */
    public static final double MAX_SPEED = Double.POSITIVE_INFINITY;

    private static final Duration STUCK_AFTER = Duration.ofSeconds(40);
    private static final int QUIET_ROUNDS = 2;

    private final double speed;
    private final Duration stuckAfter;
    private final PriorityQueue<Pending> timers =
            new PriorityQueue<>(Comparator.comparing(Pending::due).thenComparing(Pending::order));
    private final Map<Long, String> holds = new LinkedHashMap<>();
    private final List<Context> contexts = new ArrayList<>();
    private Instant now;
    private long sequence;
    private long activity;

    /**
     * @param start the first instant of the lab
     * @param speed lab seconds per wall second, or {@link #MAX_SPEED}
     */
    public SteppedClock(Instant start, double speed) {
        this(start, speed, STUCK_AFTER);
    }

    SteppedClock(Instant start, double speed, Duration stuckAfter) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed: " + speed + ", must be above 0");
        }
        this.now = start;
        this.speed = speed;
        this.stuckAfter = stuckAfter;
    }

    /** Makes a context take part: time waits for what runs on it. */
    public synchronized void include(Context context) {
        // Every HTTP request has a duplicate of its own, on the same event loop: one visit is enough for all.
        Context original = context instanceof ContextInternal internal ? internal.unwrap() : context;
        if (!contexts.contains(original)) {
            contexts.add(original);
        }
    }

    /** How many contexts take part. */
    synchronized int contexts() {
        return contexts.size();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Timer schedule(Duration delay, Runnable task) {
        Context context = Vertx.currentContext();
        if (context != null) {
            include(context);
        }
        Instant due = delay.isNegative() ? now : now.plus(delay);
        Pending pending = new Pending(due, ++sequence, task, Optional.ofNullable(context));
        timers.add(pending);
        activity++;
        return () -> cancel(pending);
    }

    private synchronized void cancel(Pending pending) {
        timers.remove(pending);
    }

    @Override
    public synchronized Hold hold(String what) {
        long id = ++sequence;
        holds.put(id, what);
        activity++;
        return () -> release(id);
    }

    private synchronized void release(long id) {
        if (holds.remove(id) != null) {
            activity++;
            notifyAll();
        }
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration timeout) {
        Instant deadline = instant().plus(timeout);
        while (true) {
            settle();
            if (condition.getAsBoolean()) {
                return true;
            }
            Optional<Pending> next = takeDue(deadline);
            if (next.isEmpty()) {
                advanceTo(deadline);
                return condition.getAsBoolean();
            }
            advanceTo(next.get().due());
            fire(next.get());
        }
    }

    /** Waits, without letting lab time pass, until everything that was begun has ended. */
    public void settle() {
        long seen;
        do {
            waitForHolds();
            seen = activity();
            for (int round = 0; round < QUIET_ROUNDS; round++) {
                visitContexts();
            }
        } while (seen != activity() || held());
    }

    private synchronized long activity() {
        return activity;
    }

    private synchronized boolean held() {
        return !holds.isEmpty();
    }

    private synchronized void waitForHolds() {
        long giveUp = System.nanoTime() + stuckAfter.toNanos();
        while (!holds.isEmpty()) {
            long left = giveUp - System.nanoTime();
            if (left <= 0) {
                throw new LabStuckException("nothing moved for " + stuckAfter.toSeconds() + " s; still waiting for: "
                        + holds.values().stream().distinct().collect(Collectors.joining(", ")));
            }
            try {
                wait(Math.max(1, left / 1_000_000));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new LabStuckException("interrupted while waiting for: " + holds.values());
            }
        }
    }

    private void visitContexts() {
        List<Context> visited;
        synchronized (this) {
            visited = List.copyOf(contexts);
        }
        CountDownLatch latch = new CountDownLatch(visited.size());
        visited.forEach(context -> context.runOnContext(ignored -> latch.countDown()));
        try {
            if (!latch.await(stuckAfter.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LabStuckException("an event loop has not answered for " + stuckAfter.toSeconds() + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LabStuckException("interrupted while waiting for an event loop");
        }
    }

    private synchronized Optional<Pending> takeDue(Instant deadline) {
        Pending next = timers.peek();
        return next == null || next.due().isAfter(deadline) ? Optional.empty() : Optional.of(timers.remove());
    }

    private void advanceTo(Instant instant) {
        Duration step = Duration.between(instant(), instant);
        if (step.isNegative() || step.isZero()) {
            return;
        }
        if (speed != MAX_SPEED) {
            sleep(step.toNanos() / speed);
        }
        synchronized (this) {
            now = instant;
        }
    }

    private static void sleep(double nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep((long) nanos);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LabStuckException("interrupted while lab time was passing");
        }
    }

    private void fire(Pending timer) {
        if (timer.context().isEmpty()) {
            timer.task().run();
            return;
        }
        Hold hold = hold("a timer due at " + timer.due());
        timer.context().get().runOnContext(ignored -> {
            try {
                timer.task().run();
            } finally {
                hold.release();
            }
        });
    }

    private record Pending(Instant due, long order, Runnable task, Optional<Context> context) {}
}
