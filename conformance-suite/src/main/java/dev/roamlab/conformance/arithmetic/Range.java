package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.util.Optional;

/** What is known of a quantity over a stretch of time: its lowest and its highest value. */
record Range(String of, Optional<BigDecimal> min, Optional<BigDecimal> max) {
    private static final BigDecimal HAIR = new BigDecimal("0.000001");

    static Range exactly(BigDecimal value) {
        return new Range("", Optional.of(value), Optional.of(value));
    }

    /**
     * Whether the quantity is at or above the bound, all of the time or none of it.
     *
     * @param strictly whether the bound itself does not count
     */
    boolean reached(BigDecimal bound, boolean strictly) {
        BigDecimal low = min.or(() -> max).orElseThrow(() -> new Unknowable("a period does not tell its " + of));
        BigDecimal high = max.or(() -> min).orElse(low);
        BigDecimal line = strictly ? bound.add(HAIR) : bound.subtract(HAIR);
        if (low.compareTo(line) >= 0) {
            return true;
        }
        // A highest value of exactly the bound is on either side of it.
        if (high.compareTo(bound.add(HAIR)) <= 0) {
            return false;
        }
        throw new Unknowable("the " + of + " of a period is on both sides of " + bound);
    }
}
