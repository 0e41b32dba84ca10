package dev.roamlab.cli.options;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/**
 * How fast time passes in the lab.
 *
 * @param factor seconds of the lab per second of ours; infinite when time jumps from event to event
 */
public record Speed(double factor) {
    /** No waiting at all. */
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    private static final double FASTEST = 100_000;
    private static final String NUMBER = "\\d{1,9}(\\.\\d{1,6})?";

    /** Whether time jumps from event to event. */
    public boolean isMax() {
        return Double.isInfinite(factor);
    }

    @Override
    public String toString() {
        return isMax()
                ? "max"
                : java.math.BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
    }

    /** Reads {@code max} or a positive number, an {@code x} behind it allowed. */
    public static final class Converter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String value) {
            String text = value.strip().toLowerCase(Locale.ROOT);
            if (text.equals("max")) {
                return MAX;
            }
            String digits = text.endsWith("x") ? text.substring(0, text.length() - 1) : text;
            double factor = digits.matches(NUMBER) ? Double.parseDouble(digits) : -1;
            if (factor <= 0 || factor > FASTEST) {
                throw BadValue.of(
                        "'" + value + "' is no speed.",
                        "Give a positive number up to 100000 (10 means ten times as fast as real time), or max.");
            }
            return new Speed(factor);
        }
    }
}
