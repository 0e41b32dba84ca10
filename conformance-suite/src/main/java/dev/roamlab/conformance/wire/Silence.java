package dev.roamlab.conformance.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers which places did not answer, so that a system that is away, or one endpoint that hangs, is not waited for again and
 * again. Thread-safe.
 */
final class Silence {
    /** So many calls in a row without any answer, and waiting is short. */
    private static final int SHORT_AFTER = 3;
    /** So many, and there is no calling any more, but for a look now and then. */
    private static final int QUIET_AFTER = 5;

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Map<String, Streak> places = new HashMap<>();
    private final Streak everywhere = new Streak();

    /** Calls in a row that had no answer. */
    private static final class Streak {
        private int length;
        private Instant lastAnswer = Instant.now();
        private Instant lastLook = Instant.EPOCH;
        private WireExchange last;

        void answered() {
            length = 0;
            lastAnswer = Instant.now();
        }

        void silent(WireExchange exchange) {
            length++;
            last = exchange;
            lastLook = Instant.now();
        }

        /** Whether not to call; if it is time for a look, this caller takes it. */
        boolean isClosed() {
            if (length < QUIET_AFTER) {
                return false;
            }
            boolean due = lastLook.plus(BETWEEN_LOOKS).isBefore(Instant.now());
            if (due) {
                lastLook = Instant.now();
            }
            return !due;
        }

        String since() {
            return lastAnswer.truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }

    synchronized void answered(String place) {
        everywhere.answered();
        places.computeIfAbsent(place, name -> new Streak()).answered();
    }

    synchronized void silent(String place, WireExchange exchange) {
        everywhere.silent(exchange);
        places.computeIfAbsent(place, name -> new Streak()).silent(exchange);
    }

    /** Whether the last calls had no answer at all, wherever they went. */
    synchronized boolean isEverywhere() {
        return everywhere.length >= SHORT_AFTER;
    }

    /** How long to wait for an answer of a place. */
    synchronized Duration patience(String place, Duration wanted) {
        boolean suspect = isEverywhere() || places.getOrDefault(place, new Streak()).length >= SHORT_AFTER;
        return suspect && wanted.compareTo(SHORT) > 0 ? SHORT : wanted;
    }

    /** Why a place need not be called now: it, or the whole system, has not answered for long. */
    synchronized Optional<WireTrouble> refusal(String place) {
        Streak here = places.getOrDefault(place, new Streak());
        if (everywhere.isClosed()) {
            return Optional.of(
                    new WireTrouble("the system stopped answering at " + everywhere.since(), everywhere.last));
        }
        if (here.isClosed()) {
            return Optional.of(new WireTrouble(
                    place + " has not answered " + here.length + " calls in a row, since " + here.since(), here.last));
        }
        return Optional.empty();
    }
}
