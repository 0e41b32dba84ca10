package dev.roamlab.station;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What values a configuration key takes. */
public enum ValueRule {
    /** {@code true} or {@code false}, in any case. */
    FLAG(value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false"), "true or false"),
    /** A whole number from 0. */
    WHOLE(ValueRule::isWhole, "a whole number from 0"),
    /** A whole number from 1. */
    POSITIVE(value -> isWhole(value) && Integer.parseInt(value) > 0, "a whole number from 1"),
    /** A list of measurands that these meters have; may be empty. */
    MEASURANDS(value -> areAll(value, Measured.NAMES::contains), "a list of measurands, with commas"),
    /** A list of points at which a transaction begins or ends. */
    TX_POINTS(value -> areAll(value, Points.NAMES::contains), "a list of " + Points.NAMES),
    /** 0 to 3. */
    SECURITY_PROFILE(value -> value.matches("[0-3]"), "0 to 3"),
    /** A password for HTTP Basic: 16 to 40 characters. */
    PASSWORD(value -> value.length() >= 16 && value.length() <= 40, "16 to 40 characters"),
    /** Any text of up to 500 characters. */
    TEXT(value -> value.length() <= 500, "at most 500 characters");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,8}");
    private final Predicate<String> rule;
    private final String inWords;

    ValueRule(Predicate<String> rule, String inWords) {
        this.rule = rule;
        this.inWords = inWords;
    }

    /** Whether a value is one. */
    public boolean accepts(String value) {
        return rule.test(value);
    }

    /** The rule as a person would say it. */
    public String inWords() {
        return inWords;
    }

    private static boolean isWhole(String value) {
        return WHOLE_NUMBER.matcher(value).matches();
    }

    private static boolean areAll(String value, Predicate<String> known) {
        return value.isEmpty()
                || Stream.of(value.split(",", -1)).map(String::strip).allMatch(known);
    }

    /** What these meters measure. */
    private static final class Measured {
        private static final Set<String> NAMES = Set.of(
                "Current.Import",
                "Current.Offered",
                "Energy.Active.Import.Interval",
                "Energy.Active.Import.Register",
                "Frequency",
                "Power.Active.Import",
                "Power.Factor",
                "Power.Offered",
                "Power.Reactive.Import",
                "SoC",
                "Temperature",
                "Voltage");
    }

    private static final class Points {
        private static final Set<String> NAMES = Set.of(
                "ParkingBayOccupancy", "EVConnected", "Authorized", "DataSigned", "PowerPathClosed", "EnergyTransfer");
    }
}
