package dev.roamlab.node.store;

import java.time.Instant;

/** Moments as microseconds since 1970, the form in which they are compared and stored. */
final class Micros {

    private static final long PER_SECOND = 1_000_000;
    private static final long MAX_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private Micros() {}

    static boolean canHold(Instant moment) {
        return Math.abs(moment.getEpochSecond()) <= MAX_SECOND;
    }

    /** The microsecond the moment lies in. */
    static long of(Instant moment) {
        return moment.getEpochSecond() * PER_SECOND + moment.getNano() / 1000;
    }

    /** The first microsecond that does not lie before the moment; beyond the range its end. */
    static long notBefore(Instant moment) {
        if (!canHold(moment)) {
            return moment.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return moment.getEpochSecond() * PER_SECOND + (moment.getNano() + 999) / 1000;
    }

    static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1000L);
    }
}
