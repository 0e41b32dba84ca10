package dev.roamlab.pricing.check;

import dev.roamlab.pricing.check.Difference.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is not as expected. */
final class Differences {
    private final List<Difference> found = new ArrayList<>();

    /** Two figures that should agree within a tolerance. */
    void compare(Severity severity, String field, BigDecimal expected, BigDecimal actual, BigDecimal most, String why) {
        if (expected.subtract(actual).abs().compareTo(most) > 0) {
            add(severity, field, plain(expected), plain(actual), Optional.of(most), why);
        }
    }

    /** Two values that should be equal. */
    void compare(Severity severity, String field, Object expected, Object actual, String why) {
        if (!expected.equals(actual)) {
            add(severity, field, expected.toString(), actual.toString(), Optional.empty(), why);
        }
    }

    void note(String field, String expected, String actual, String why) {
        add(Severity.NOTE, field, expected, actual, Optional.empty(), why);
    }

    void wrong(String field, String expected, String actual, String why) {
        add(Severity.WRONG, field, expected, actual, Optional.empty(), why);
    }

    List<Difference> list() {
        return List.copyOf(found);
    }

    private void add(
            Severity severity, String field, String expected, String actual, Optional<BigDecimal> most, String why) {
        found.add(new Difference(severity, field, expected, actual, most, why));
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
