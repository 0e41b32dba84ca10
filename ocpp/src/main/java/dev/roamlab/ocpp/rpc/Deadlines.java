package dev.roamlab.ocpp.rpc;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Until when the calls of a host have to be answered. All of them have the same time, so they stand in a queue in the order
 * in which they were sent, and one timer looks after its head. Wall time on purpose: a network that fails does so in wall
 * time, whatever the lab's clock says. Thread-safe.
 */
public final class Deadlines {
    private final Vertx vertx;
    private final long timeoutNanos;
    /** The ring's own knot, between the last and the first. */
    private final Deadline head = new Deadline(() -> {});

    private boolean armed;

    Deadlines(Vertx vertx, Duration timeout) {
        this.vertx = vertx;
        this.timeoutNanos = timeout.toNanos();
        head.next = head;
        head.previous = head;
    }

    /** One call's deadline; idle once it is met or missed. */
    static final class Deadline {
        private final Runnable missed;
        private long at;
        private @Nullable Deadline next;
        private @Nullable Deadline previous;

        Deadline(Runnable missed) {
            this.missed = missed;
        }
    }

    /** The call is on the way from now on. */
    synchronized Deadline begin(Runnable missed) {
        Deadline deadline = new Deadline(missed);
        deadline.at = System.nanoTime() + timeoutNanos;
        Deadline last = head.previous;
        deadline.previous = last;
        deadline.next = head;
        if (last != null) {
            last.next = deadline;
        }
        head.previous = deadline;
        if (!armed) {
            arm(timeoutNanos);
        }
        return deadline;
    }

    /** The call is settled. */
    synchronized void met(Deadline deadline) {
        Deadline before = deadline.previous;
        Deadline after = deadline.next;
        if (before != null && after != null) {
            before.next = after;
            after.previous = before;
            deadline.previous = null;
            deadline.next = null;
        }
    }

    private void arm(long nanos) {
        armed = true;
        vertx.setTimer(Math.max(1, (nanos + 999_999) / 1_000_000), fired -> look());
    }

    private void look() {
        for (Deadline missed = nextMissed(); missed != null; missed = nextMissed()) {
            missed.missed.run();
        }
    }

    private synchronized @Nullable Deadline nextMissed() {
        Deadline first = head.next;
        if (first == null || first == head) {
            armed = false;
            return null;
        }
        long left = first.at - System.nanoTime();
        if (left > 0) {
            arm(left);
            return null;
        }
        met(first);
        return first;
    }
}
