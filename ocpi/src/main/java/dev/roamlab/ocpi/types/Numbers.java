package dev.roamlab.ocpi.types;

import java.math.BigDecimal;
import java.util.Optional;

/** Keeps numbers in one form, so that records with equal numbers are equal. Spec: types_number_type. */
public final class Numbers {
    private static final int MAX_DIGITS = 18;
    private static final int MAX_DECIMALS = 100;

    private Numbers() {}

    /**
     * The same number without trailing zeros and without exponent: 0.30 becomes 0.3, and 100 stays 100. Fails with
     * {@link InvalidField} on a number that no charge can reach.
     */
    public static BigDecimal plain(String field, BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        // Nine characters such as 1E9999999 would otherwise fill the memory as soon as somebody adds to them.
        boolean sane = (long) stripped.precision() - stripped.scale() <= MAX_DIGITS && stripped.scale() <= MAX_DECIMALS;
        Require.that(sane, field, "at most " + MAX_DIGITS + " digits and " + MAX_DECIMALS + " decimals", number);
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The same for a number that may be missing. */
    public static Optional<BigDecimal> plain(String field, Optional<BigDecimal> number) {
        return number.map(given -> plain(field, given));
    }
}
