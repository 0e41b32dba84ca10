package dev.roamlab.pricing.check;

import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.CdrDimensionType;
import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.types.Price;
import dev.roamlab.pricing.check.Difference.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the figures of a CDR agree with each other; no tariff needed. */
final class FigureCheck {
    private static final BigDecimal HOURS = new BigDecimal("0.02");
    private static final BigDecimal KWH = new BigDecimal("0.001");
    private static final BigDecimal KWH_PER_PERIOD = new BigDecimal("0.0001");
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** Whoever does not know a date, and agreed on it, writes one of this year. */
    private static final Instant AFTER_UNKNOWN = Instant.parse("1971-01-01T00:00:00Z");

    private final Cdr cdr;
    private final Differences differences;

    private FigureCheck(Cdr cdr, Differences differences) {
        this.cdr = cdr;
        this.differences = differences;
    }

    static void check(Cdr cdr, Differences differences) {
        FigureCheck check = new FigureCheck(cdr, differences);
        check.energy();
        check.time();
        check.parking();
        check.periods();
        check.sum();
    }

    /** CDR-078. */
    static boolean datesUnknown(Cdr cdr) {
        return cdr.startDateTime().isBefore(AFTER_UNKNOWN) || cdr.endDateTime().isBefore(AFTER_UNKNOWN);
    }

    /** CDR-066. */
    private void energy() {
        List<BigDecimal> volumes = volumes(CdrDimensionType.ENERGY);
        if (volumes.isEmpty() || volumes.stream().anyMatch(volume -> volume.signum() < 0)) {
            return;
        }
        BigDecimal most = KWH.max(KWH_PER_PERIOD.multiply(BigDecimal.valueOf(volumes.size())));
        differences.compare(
                Severity.WRONG,
                "/total_energy",
                sum(volumes),
                cdr.totalEnergy(),
                most,
                "total_energy is the sum of the ENERGY of all periods, as measured");
    }

    /** CDR-068; with a reservation it is open whether its time is counted. */
    private void time() {
        if (datesUnknown(cdr) || !volumes(CdrDimensionType.RESERVATION_TIME).isEmpty()) {
            return;
        }
        BigDecimal seconds = BigDecimal.valueOf(
                Duration.between(cdr.startDateTime(), cdr.endDateTime()).toSeconds());
        differences.compare(
                Severity.WRONG,
                "/total_time",
                seconds.divide(SECONDS_PER_HOUR, MathContext.DECIMAL32),
                cdr.totalTime(),
                HOURS,
                "total_time is the time from start to end, in hours");
    }

    /** CDR-070. */
    private void parking() {
        if (cdr.totalParkingTime().isEmpty()) {
            return;
        }
        BigDecimal parking = cdr.totalParkingTime().get();
        if (parking.compareTo(cdr.totalTime().add(HOURS)) > 0) {
            differences.wrong(
                    "/total_parking_time",
                    "at most " + Differences.plain(cdr.totalTime()),
                    Differences.plain(parking),
                    "parking is a part of total_time");
        }
        differences.compare(
                Severity.NOTE,
                "/total_parking_time",
                sum(volumes(CdrDimensionType.PARKING_TIME)),
                parking,
                HOURS,
                "total_parking_time is the sum of the PARKING_TIME of all periods");
    }

    private void periods() {
        Instant before = Instant.MIN;
        for (int i = 0; i < cdr.chargingPeriods().size(); i++) {
            Instant start = cdr.chargingPeriods().get(i).startDateTime();
            if (start.isBefore(before) || start.isAfter(cdr.endDateTime()) && !datesUnknown(cdr)) {
                differences.wrong(
                        "/charging_periods/" + i + "/start_date_time",
                        "not before the period before it and not after the end of the session",
                        start.toString(),
                        "a period ends where the next one starts");
            }
            before = start;
        }
    }

    /** CDR-063: a partial total that is left out says nothing, so only a sum above the total is suspicious. */
    private void sum() {
        List<Price> partial = Stream.of(
                        cdr.totalFixedCost(),
                        cdr.totalEnergyCost(),
                        cdr.totalTimeCost(),
                        cdr.totalParkingCost(),
                        cdr.totalReservationCost())
                .flatMap(Optional::stream)
                .toList();
        BigDecimal sum = sum(partial.stream().map(Price::beforeTaxes).toList());
        BigDecimal most = Money.tolerance(cdr.currency(), partial.size());
        if (!cdr.isCredit() && sum.subtract(cdr.totalCost().beforeTaxes()).compareTo(most) > 0) {
            differences.note(
                    "/total_cost/before_taxes",
                    Differences.plain(sum),
                    Differences.plain(cdr.totalCost().beforeTaxes()),
                    "the partial totals add up to more than total_cost; a max_price may be the reason");
        }
    }

    private List<BigDecimal> volumes(CdrDimensionType type) {
        return cdr.chargingPeriods().stream()
                .map(ChargingPeriod::dimensions)
                .flatMap(List::stream)
                .filter(dimension -> dimension.type() == type)
                .map(dimension -> dimension.volume())
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return Objects.requireNonNull(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
