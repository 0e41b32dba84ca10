package dev.roamlab.ocpp.intercept;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What becomes of a message that a rule is about. */
public sealed interface Treatment {

    /** Waits until somebody lets it go, edits it or drops it; later messages overtake it. */
    record Hold() implements Treatment {}

    /**
     * Arrives later: somewhere between two durations of wall time. Messages behind it wait, as on a real network.
     *
     * @param from not below zero
     * @param to not below {@code from}
     */
    record Delay(Duration from, Duration to) implements Treatment {
        /** A delay; its bounds are checked. */
        public Delay {
            if (from.isNegative() || to.compareTo(from) < 0) {
                throw new IllegalArgumentException("delayMs: " + from.toMillis() + " to " + to.toMillis()
                        + ", must begin at 0 or later and not end before");
            }
        }
    }

    /** Never arrives. */
    record Drop() implements Treatment {}

    /**
     * Arrives more than once.
     *
     * @param copies besides the message itself, from 1 to 100
     */
    record Duplicate(int copies) implements Treatment {
        /** Copies; their number is checked. */
        public Duplicate {
            if (copies < 1 || copies > 100) {
                throw new IllegalArgumentException("duplicate: " + copies + ", must be 1 to 100 copies");
            }
        }
    }

    /** Arrives with another payload. */
    record Edit(List<Change> changes) implements Treatment {
        /** Changes, copied; at least one. */
        public Edit {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("edit: no change, at least 1");
            }
        }
    }

    /** Another text arrives in its place, be it a frame or not. */
    record Replace(String text) implements Treatment {}

    /**
     * One change to a payload.
     *
     * @param at a JSON pointer into the payload, such as {@code /idTag}
     * @param to the new value; absent: the member is removed
     */
    record Change(String at, Optional<JsonNode> to) {}
}
