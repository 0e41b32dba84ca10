package dev.roamlab.station.behaviour;

import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time that chance may have a say in: {@code 12s} always the same, {@code 5m..10m} any of these alike,
 * {@code ~25m} around this mean, like arrivals that know nothing of each other.
 *
 * @param from the shortest, or the mean
 * @param to the longest
 */
public record Span(Kind kind, Duration from, Duration to) {
    static final String GRAMMAR = "a time such as 12s, 25m or 8h, a range such as 5m..10m, or ~25m for a mean";

    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h|d)");
    private static final Pattern RANGE = Pattern.compile("([0-9smhd]+)\\.\\.([0-9smhd]+)");
    private static final double LONGEST_IN_MEANS = 4;

    /** What chance has to say. */
    public enum Kind {
        FIXED,
        RANGE,
        AROUND
    }

    /** Always the same. */
    public static Span of(Duration fixed) {
        return new Span(Kind.FIXED, fixed, fixed);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException saying what is allowed
     */
    public static Span parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            Duration from = time(range.group(1), text);
            Duration to = time(range.group(2), text);
            if (to.compareTo(from) < 0) {
                throw new IllegalArgumentException("'" + text + "' ends before it begins");
            }
            return new Span(Kind.RANGE, from, to);
        }
        if (text.startsWith("~")) {
            Duration mean = time(text.substring(1), text);
            return new Span(Kind.AROUND, mean, mean);
        }
        return of(time(text, text));
    }

    /** A length of time by chance; at least a second where it is around a mean. */
    public Duration any(SplittableRandom random) {
        return switch (kind) {
            case FIXED -> from;
            case RANGE ->
                from.plusMillis((long) (random.nextDouble() * to.minus(from).toMillis()));
            case AROUND -> {
                double factor = Math.min(LONGEST_IN_MEANS, -Math.log(1 - random.nextDouble()));
                yield Duration.ofSeconds(Math.max(1, (long) (from.toSeconds() * factor)));
            }
        };
    }

    private static Duration time(String text, String whole) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException("'" + whole + "' is no " + GRAMMAR);
        }
        long number = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case FIXED -> text(from);
            case RANGE -> text(from) + ".." + text(to);
            case AROUND -> "~" + text(from);
        };
    }

    private static String text(Duration time) {
        long seconds = time.toSeconds();
        return seconds % 3600 == 0 && seconds > 0
                ? seconds / 3600 + "h"
                : seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : String.format(Locale.ROOT, "%ds", seconds);
    }
}
