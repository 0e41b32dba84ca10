package dev.roamlab.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Where figures are rounded, all of it. OCPI leaves rounding to law and contract (mod_tariffs_tariff_object), so this is a
 * choice: inside, 34 digits are carried and nothing is rounded; what a bill shows, money and volumes alike, has four
 * decimals, the number of decimals OCPI numbers have by default (types_number_type), half up; only the quantities on the
 * lines of a bill, which never cross a wire, have six. A total is the rounded sum of
 * exact figures, not the sum of rounded ones. Rounding to a currency's cents is left to whoever writes the invoice.
 */
public final class Rounding {
    /** Decimals of every amount in a bill, and of every volume that goes into a CDR. */
    public static final int DECIMALS = 4;

    static final MathContext EXACT = MathContext.DECIMAL128;
    static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int QUANTITY_DECIMALS = 6;
    private static final int RELIABLE_DECIMALS = 15;
    private static final int NANOS = 9;

    private Rounding() {}

    /** A figure as a bill shows it. */
    public static BigDecimal shown(BigDecimal exact) {
        return round(exact, DECIMALS);
    }

    /** A quantity on a line: two decimals more, so that quantity times price gives the cost that is shown. */
    static BigDecimal quantity(BigDecimal exact) {
        return round(exact, QUANTITY_DECIMALS);
    }

    /** The last of 34 digits depend on the way a figure was computed; without them half is half whichever way it was. */
    private static BigDecimal round(BigDecimal exact, int decimals) {
        return exact.setScale(RELIABLE_DECIMALS, RoundingMode.HALF_UP).setScale(decimals, RoundingMode.HALF_UP);
    }

    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), NANOS));
    }

    static Duration duration(BigDecimal seconds) {
        return Duration.ofNanos(
                seconds.movePointRight(NANOS).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /**
     * Rounds up to whole blocks. Spec: mod_tariffs_pricecomponent_class; an exact multiple stays as it is (TAR-074), and
     * any consumption fills at least one block (TAR-075).
     *
     * @param slack how far above a multiple still counts as that multiple
     */
    static BigDecimal blocks(BigDecimal consumed, BigDecimal block, BigDecimal slack) {
        if (block.signum() == 0 || consumed.signum() <= 0) {
            return consumed;
        }
        BigDecimal count = consumed.subtract(slack).divide(block, 0, RoundingMode.CEILING);
        return count.max(BigDecimal.ONE).multiply(block);
    }
}
