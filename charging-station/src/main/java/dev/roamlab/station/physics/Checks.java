package dev.roamlab.station.physics;

/** Bounds of figures, with messages that name field, value and bound. */
final class Checks {
    private Checks() {}

    static void positive(String field, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(field + ": " + value + ", must be above 0");
        }
    }

    static void notNegative(String field, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(field + ": " + value + ", must not be below 0");
        }
    }

    static void within(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(field + ": " + value + ", must be from " + min + " to " + max);
        }
    }
}
