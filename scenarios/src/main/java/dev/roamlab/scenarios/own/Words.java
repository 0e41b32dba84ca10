package dev.roamlab.scenarios.own;

import dev.roamlab.ocpi.locations.Location;
import java.math.BigDecimal;
import java.util.Locale;

/** How things of the user's data are called in the text. */
final class Words {
    private static final int LONGEST_NAME = 60;

    private Words() {}

    /** A location's name, or its address where it has none. */
    static String name(Location location) {
        return location.name()
                .map(Words::clean)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> clean(location.address()));
    }

    /** A text of the data, fit for a sentence: nothing that moves the cursor, and no paragraph. */
    static String clean(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** {@code 1 location}, {@code 3,412 locations}. */
    static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    /** A number without zeros that say nothing. */
    static String number(double number) {
        BigDecimal plain = BigDecimal.valueOf(Math.round(number * 10) / 10.0).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0).toPlainString() : plain.toPlainString();
    }
}
