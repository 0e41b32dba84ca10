package dev.roamlab.pricing.check;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** How far amounts may be apart. */
final class Money {
    private static final int USUAL_DECIMALS = 2;

    private Money() {}

    /** A CPO may round each of so many amounts to the currency's smallest unit (header of cdrs.yaml). */
    static BigDecimal tolerance(String currency, int amounts) {
        return BigDecimal.ONE.movePointLeft(decimals(currency)).multiply(BigDecimal.valueOf(Math.max(1, amounts)));
    }

    private static int decimals(String code) {
        try {
            int decimals = Currency.getInstance(code.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
            return decimals < 0 ? USUAL_DECIMALS : decimals;
        } catch (IllegalArgumentException unknown) {
            return USUAL_DECIMALS;
        }
    }
}
