package dev.roamlab.station.physics;

/**
 * At most this much: all three hold at once. Amps count per phase; without a bound they are infinite.
 *
 * @param phases at most so many carry current
 * @param line the one that carries it where only one may, from 1; 0: as wired
 */
public record PowerLimit(double watts, double amps, int phases, int line) {
    /** Nothing is limited. */
    public static final PowerLimit NONE = new PowerLimit(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 3, 0);
    /** Nothing may flow. */
    public static final PowerLimit ZERO = new PowerLimit(0, 0, 3, 0);

    public PowerLimit {
        Checks.notNegative("watts", watts);
        Checks.notNegative("amps", amps);
        Checks.within("phases", phases, 1, 3);
        Checks.within("line", line, 0, 3);
    }

    /** So much in all, however it is spread. */
    public static PowerLimit ofWatts(double watts) {
        return watts == Double.POSITIVE_INFINITY ? NONE : new PowerLimit(watts, Double.POSITIVE_INFINITY, 3, 0);
    }

    /** Both limits at once. */
    public PowerLimit and(PowerLimit other) {
        if (other.unlimited()) {
            return this;
        } else if (unlimited()) {
            return other;
        }
        return new PowerLimit(
                Math.min(watts, other.watts),
                Math.min(amps, other.amps),
                Math.min(phases, other.phases),
                line == 0 ? other.line : line);
    }

    /** What is left for each of several who share it equally. */
    public PowerLimit sharedBy(int users) {
        return users <= 1 || unlimited() ? this : new PowerLimit(watts / users, amps / users, phases, line);
    }

    /** The same power without a bound on current: what a limit on the grid's side means behind a converter. */
    public PowerLimit wattsOnly() {
        return ofWatts(watts);
    }

    /** Whether this is no limit at all. */
    public boolean unlimited() {
        return watts == Double.POSITIVE_INFINITY && amps == Double.POSITIVE_INFINITY && phases == 3 && line == 0;
    }

    /** Whether nothing may flow at all. */
    public boolean isZero() {
        return watts <= 0 || amps <= 0;
    }
}
