package dev.roamlab.lab;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The time of one lab: what {@link #instant()} says and when timers fire. Everything that lives in a lab takes its time
 * from here, so that a 45-minute charge can play in a second and still be billed as 45 minutes.
 *
 * <p>Network time-outs are not lab time: a partner that never answers is detected by the wall clock.
 */
public abstract class LabClock extends Clock {
    private static final Hold NO_HOLD = () -> {};

    /**
     * Runs a task once, after a delay in lab time. On a Vert.x context the task runs on that context, elsewhere on the
     * clock's own thread; a delay of zero or less runs as soon as possible.
     */
    public abstract Timer schedule(Duration delay, Runnable task);

    /**
     * Says that work is under way that no timer may overtake (a request without its answer, say). A stepped clock stands
     * still until the hold is released; a real one takes no notice.
     *
     * @param what shown to the user when a hold is never released
     */
    public abstract Hold hold(String what);

    /** Whether holds make this clock stand still. */
    public boolean heedsHolds() {
        return true;
    }

    /** As {@link #hold(String)}; who holds is only put into words for a clock that heeds it. */
    public final Hold hold(Supplier<String> what) {
        return heedsHolds() ? hold(what.get()) : NO_HOLD;
    }

    /**
     * Lets lab time pass until a condition holds, and blocks the calling thread meanwhile: for a scenario's own thread and
     * for tests, never for an event loop.
     *
     * @param timeout lab time after which waiting ends
     * @return whether the condition came true in time
     * @throws LabStuckException when work was begun and never finished, so that time cannot move on
     */
    public abstract boolean await(BooleanSupplier condition, Duration timeout);

    /**
     * Holds the clock until a future completes and those who already listen to the returned one have dealt with it.
     *
     * @return completes as the work does
     */
    public final <T> Future<T> holding(String what, Future<T> work) {
        if (!heedsHolds()) {
            return work;
        }
        Hold hold = hold(what);
        Promise<T> outcome = Promise.promise();
        work.onComplete(done -> {
            try {
                outcome.complete(done.result(), done.cause());
            } finally {
                hold.release();
            }
        });
        return outcome.future();
    }

    /** Lets lab time pass, blocking the calling thread. */
    public final void pass(Duration time) {
        await(() -> false, time);
    }

    @Override
    public final ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public final Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("a lab clock is in UTC; convert instants where local time matters");
    }

    /** A timer that has not fired yet. */
    public interface Timer {
        /** Keeps the task from running; does nothing once it has run. */
        void cancel();
    }

    /** Work that no timer may overtake. */
    public interface Hold {
        /** Ends the hold; further calls do nothing. */
        void release();
    }
}
