package dev.roamlab.scenarios.own;

import dev.roamlab.ocpi.tariffs.Tariff;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * When the stories play: after the last change in the data, while the tariff is valid, and an hour before its price changes.
 *
 * @param start the lab's first instant
 * @param change the change of price that Mia lives to see
 * @param early whether the data holds changes that are later than the start
 */
record Timetable(Instant start, LocalDate date, Optional<PriceChange> change, boolean early) {
    private static final LocalTime USUAL = LocalTime.of(16, 0);
    private static final Duration BEFORE_CHANGE = Duration.ofHours(1);

    /** Mia has begun by then, and her battery is not full yet. */
    private static final Duration UNTIL_EVENING = Duration.ofSeconds(3690);

    /**
     * Finds the day and the hour.
     *
     * @param usual the day on which the stories play otherwise
     * @param latestUpdate of all objects
     */
    static Timetable of(Instant usual, ZoneId zone, Tariff tariff, Instant latestUpdate) {
        LocalDate earliest = latestUpdate.isBefore(usual)
                ? day(usual, zone)
                : day(latestUpdate, zone).plusDays(1);
        Optional<LocalDate> first =
                tariff.startDateTime().map(from -> day(from, zone).plusDays(1));
        Optional<LocalDate> last =
                tariff.endDateTime().map(until -> day(until, zone).minusDays(1));
        LocalDate from = first.filter(day -> day.isAfter(earliest)).orElse(earliest);
        LocalDate date = last.filter(day -> day.isBefore(from)).orElse(tuesday(from, last));
        Optional<PriceChange> change = PriceChange.of(tariff, date.getDayOfWeek());
        LocalDateTime start = change.map(price -> date.atTime(price.at()).minus(BEFORE_CHANGE))
                .orElse(date.atTime(USUAL));
        Instant instant = start.atZone(zone).toInstant();
        return new Timetable(instant, date, change, !instant.isAfter(latestUpdate));
    }

    /** The stories play on a Tuesday, where it can be had. */
    private static LocalDate tuesday(LocalDate from, Optional<LocalDate> last) {
        LocalDate next = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
        return last.filter(day -> day.isBefore(next)).isPresent() ? from : next;
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    Instant evening() {
        return start.plus(UNTIL_EVENING);
    }
}
