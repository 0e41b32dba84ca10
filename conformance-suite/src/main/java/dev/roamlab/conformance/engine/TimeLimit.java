package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.subject.Sut.Timings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Bounds each check and the run as a whole, whatever the system under test does or leaves undone. A check that takes too long is
 * interrupted; all that it could wait for ends then.
 */
final class TimeLimit implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "time limit");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration perCheck;
    private final Duration run;
    private final long began = System.nanoTime();

    TimeLimit(Duration perCheck, Duration run) {
        this.perCheck = perCheck;
        this.run = run;
    }

    /** For a system with these timings: time for two charges and what belongs to them, and for a crawl. */
    static TimeLimit of(Timings timings, Duration run) {
        Duration charges = timings.session().plus(timings.push()).plus(timings.reaction());
        return new TimeLimit(charges.multipliedBy(2).plus(timings.request().multipliedBy(10)), run);
    }

    /** Why no further check may begin, if so. */
    Optional<String> over() {
        return left().isNegative()
                ? Optional.of("the time limit of the run (" + words(run) + ") was over before this check began")
                : Optional.empty();
    }

    /**
     * Performs a check on this thread.
     *
     * @return why it was ended, if it was
     */
    Optional<String> within(Runnable check) {
        return within(left().compareTo(perCheck) < 0 ? left() : perCheck, check);
    }

    /** As {@link #within}, for a check that waits for a person, who has a patience of their own: only the run's time ends it. */
    Optional<String> atEase(Runnable check) {
        return within(left(), check);
    }

    private Optional<String> within(Duration limit, Runnable check) {
        Alarm alarm = new Alarm(Thread.currentThread());
        Future<?> due = clock.schedule(alarm, Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
        try {
            check.run();
        } finally {
            alarm.disarm();
            due.cancel(false);
        }
        return alarm.hasRung() ? Optional.of("the check was ended after " + words(limit)) : Optional.empty();
    }

    private Duration left() {
        return run.minusNanos(System.nanoTime() - began);
    }

    private static String words(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Interrupts a thread, unless its check has ended. */
    private static final class Alarm implements Runnable {
        private final Thread thread;
        private boolean armed = true;
        private boolean rung;

        Alarm(Thread thread) {
            this.thread = thread;
        }

        @Override
        public synchronized void run() {
            if (armed) {
                rung = true;
                thread.interrupt();
            }
        }

        /** After this the thread is not interrupted any more, and has forgotten that it was. */
        synchronized void disarm() {
            armed = false;
            if (rung) {
                Thread.interrupted();
            }
        }

        synchronized boolean hasRung() {
            return rung;
        }
    }
}
