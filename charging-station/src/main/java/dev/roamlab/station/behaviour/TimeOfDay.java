package dev.roamlab.station.behaviour;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of every day within which something happens: {@code 16:30..20:00}; may run past midnight. */
public record TimeOfDay(LocalTime from, LocalTime to) {
    static final String GRAMMAR = "a stretch of the day such as 16:30..20:00";

    private static final Pattern STRETCH =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)\\.\\.([01]\\d|2[0-3]):([0-5]\\d)");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException saying what is allowed
     */
    public static TimeOfDay parse(String text) {
        Matcher stretch = STRETCH.matcher(text);
        if (!stretch.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no " + GRAMMAR);
        }
        return new TimeOfDay(time(stretch, 1), time(stretch, 3));
    }

    /** From now until a moment within the stretch: within today's if that has not ended yet, else within the next. */
    public Duration next(Instant now, ZoneId zone, SplittableRandom random) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime begin = here.with(from).minusDays(1);
        while (!begin.plus(length()).isAfter(here)) {
            begin = begin.plusDays(1);
        }
        ZonedDateTime earliest = begin.isBefore(here) ? here : begin;
        long room = Duration.between(earliest, begin.plus(length())).toMillis();
        return Duration.between(here, earliest).plusMillis((long) (random.nextDouble() * room));
    }

    private Duration length() {
        Duration length = Duration.between(from, to);
        return length.isNegative() || length.isZero() ? length.plusDays(1) : length;
    }

    private static LocalTime time(Matcher stretch, int group) {
        return LocalTime.of(Integer.parseInt(stretch.group(group)), Integer.parseInt(stretch.group(group + 1)));
    }

    @Override
    public String toString() {
        return from + ".." + to;
    }
}
