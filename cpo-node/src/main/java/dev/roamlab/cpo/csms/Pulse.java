package dev.roamlab.cpo.csms;

import java.time.Instant;
import java.util.Arrays;

/** Counts events, and says how many there are a second, over the last ten whole seconds. */
final class Pulse {
    private static final int SECONDS = 10;

    /** The last whole seconds and the one that is running. */
    private final long[] counts = new long[SECONDS + 1];

    private long second;
    private long total;

    /** Something has happened, so many times. */
    void add(Instant now, long times) {
        turn(now);
        counts[(int) (second % counts.length)] += times;
        total += times;
    }

    /** How often a second it happens. */
    double rate(Instant now) {
        turn(now);
        long whole = Arrays.stream(counts).sum() - counts[(int) (second % counts.length)];
        return (double) whole / SECONDS;
    }

    /** How often it has happened so far. */
    long total() {
        return total;
    }

    private void turn(Instant now) {
        long then = Math.max(second, now.getEpochSecond());
        for (long passed = Math.max(second + 1, then - SECONDS); passed <= then; passed++) {
            counts[(int) (passed % counts.length)] = 0;
        }
        second = then;
    }
}
