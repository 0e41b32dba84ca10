package dev.roamlab.station.fleet;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

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

    private static final Map<String, Pace> NAMED = new TreeMap<>(Map.of("town", TOWN, "motorway", MOTORWAY));

    /**
     * One of the paces that have a name: {@code town}, {@code motorway}.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Pace named(String name) {
        Pace pace = NAMED.get(name);
        if (pace == null) {
            throw new IllegalArgumentException("behaviour: no '" + name + "', there are " + NAMED.keySet());
        }
        return pace;
    }

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
