package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a tariff's restrictions may change their answer.
 *
 * @param times of the location's day; empty when the calendar does not matter
 * @param seconds since the beginning of session or reservation
 * @param power whether power matters
 * @param current whether current matters
 */
record Thresholds(
        SortedSet<LocalTime> times, List<BigDecimal> kwh, List<BigDecimal> seconds, boolean power, boolean current) {

    static Thresholds of(Tariff tariff) {
        List<TariffRestrictions> restrictions = tariff.elements().stream()
                .map(TariffElement::restrictions)
                .flatMap(Optional::stream)
                .toList();
        boolean power = restrictions.stream()
                .anyMatch(one -> one.minPower().isPresent() || one.maxPower().isPresent());
        boolean current = restrictions.stream()
                .anyMatch(
                        one -> one.minCurrent().isPresent() || one.maxCurrent().isPresent());
        Thresholds all = new Thresholds(new TreeSet<>(), new ArrayList<>(), new ArrayList<>(), power, current);
        restrictions.forEach(all::add);
        return all;
    }

    private void add(TariffRestrictions restrictions) {
        restrictions.startTime().ifPresent(times::add);
        restrictions.endTime().ifPresent(times::add);
        boolean days = restrictions.startDate().isPresent()
                || restrictions.endDate().isPresent()
                || !restrictions.dayOfWeek().isEmpty();
        boolean oneSided =
                restrictions.startTime().isPresent() != restrictions.endTime().isPresent();
        if (days || oneSided) {
            times.add(LocalTime.MIDNIGHT);
        }
        restrictions.minKwh().ifPresent(kwh::add);
        restrictions.maxKwh().ifPresent(kwh::add);
        restrictions.minDuration().map(BigDecimal::valueOf).ifPresent(seconds::add);
        restrictions.maxDuration().map(BigDecimal::valueOf).ifPresent(seconds::add);
    }

    /**
     * The moments between two others at which the location's clock shows one of the times, or is changed. A time that the
     * clock shows twice counts twice; one that it skips is passed when the clock is changed.
     */
    List<Instant> instants(Instant start, Instant end, ZoneId zone) {
        List<Instant> instants = new ArrayList<>();
        if (times.isEmpty() || !start.isBefore(end)) {
            return instants;
        }
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.nextTransition(start);
        while (change != null && change.getInstant().isBefore(end)) {
            instants.add(change.getInstant());
            change = rules.nextTransition(change.getInstant());
        }
        LocalDate last = end.atZone(zone).toLocalDate().plusDays(1);
        for (LocalDate day = start.atZone(zone).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (LocalTime time : times) {
                addValid(instants, LocalDateTime.of(day, time), rules);
            }
        }
        instants.removeIf(instant -> !instant.isAfter(start) || !instant.isBefore(end));
        return instants;
    }

    private static void addValid(List<Instant> instants, LocalDateTime local, ZoneRules rules) {
        rules.getValidOffsets(local).forEach(offset -> instants.add(local.toInstant(offset)));
    }
}
