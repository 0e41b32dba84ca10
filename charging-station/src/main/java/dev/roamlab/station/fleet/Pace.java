package dev.roamlab.station.fleet;

import java.time.Duration;

/**
 * How busy a place is.
 *
 * @param betweenVisits mean time that a connector stands free
 * @param dwell mean time that a car stays; it leaves earlier when it is full and its driver comes back
 */
public record Pace(Duration betweenVisits, Duration dwell) {
    /** A town on a weekday. */
    public static final Pace TOWN = new Pace(Duration.ofMinutes(25), Duration.ofMinutes(70));
    /** A motorway services: short and often. */
    public static final Pace MOTORWAY = new Pace(Duration.ofMinutes(8), Duration.ofMinutes(25));

    public Pace {
        requirePositive("betweenVisits", betweenVisits);
        requirePositive("dwell", dwell);
    }

    private static void requirePositive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(field + ": " + value + ", must be above 0");
        }
    }
}
