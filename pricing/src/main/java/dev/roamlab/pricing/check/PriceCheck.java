package dev.roamlab.pricing.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.types.InvalidField;
import dev.roamlab.ocpi.types.Price;
import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.BillLine;
import dev.roamlab.pricing.TariffEngine;
import dev.roamlab.pricing.Usage;
import dev.roamlab.pricing.check.Difference.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether tariffs and charging periods give the price that a CDR states (CDR-064). */
final class PriceCheck {
    private static final List<String> PRICING = List.of("elements", "min_price", "max_price", "tax_included");
    private static final Duration NEAR = Duration.ofSeconds(60);

    private final Cdr cdr;
    private final List<Tariff> tariffs;
    private final ZoneId zone;
    private final Differences differences;

    private PriceCheck(Cdr cdr, List<Tariff> tariffs, ZoneId zone, Differences differences) {
        this.cdr = cdr;
        this.tariffs = tariffs;
        this.zone = zone;
        this.differences = differences;
    }

    static void check(Cdr cdr, List<Tariff> published, ZoneId zone, Differences differences) {
        List<Tariff> tariffs = new ArrayList<>(published);
        tariffs.addAll(cdr.tariffs());
        if (tariffs.isEmpty()) {
            differences.note(
                    "/tariffs", "the tariffs that apply", "none", "without a tariff the price cannot be checked");
            return;
        }
        if (FigureCheck.datesUnknown(cdr)) {
            differences.note("/start_date_time", "a known date", "1970", "without dates the price cannot be checked");
            return;
        }
        PriceCheck check = new PriceCheck(cdr, tariffs, zone, differences);
        check.sameTariffs(published);
        check.price();
    }

    /** A CDR carries its tariffs as they were at the start; they should be those that were published. */
    private void sameTariffs(List<Tariff> published) {
        for (int i = 0; i < cdr.tariffs().size(); i++) {
            Tariff used = cdr.tariffs().get(i);
            String field = "/tariffs/" + i;
            published.stream()
                    .filter(tariff -> tariff.id().equals(used.id()))
                    .findFirst()
                    .filter(tariff -> !samePrices(tariff, used))
                    .ifPresent(tariff -> differences.note(
                            field,
                            "the prices published on " + tariff.lastUpdated(),
                            "other prices, of " + used.lastUpdated(),
                            "the tariff in the CDR is not the one that was published"));
        }
    }

    private static boolean samePrices(Tariff one, Tariff other) {
        // As JSON, because 0.5 and 0.50 are different decimals in Java.
        ObjectNode ours = Binder.encode(one);
        ObjectNode theirs = Binder.encode(other);
        return PRICING.stream().allMatch(field -> ours.path(field).equals(theirs.path(field)));
    }

    private void price() {
        try {
            Usage usage = Usage.of(cdr);
            Bill bill = TariffEngine.price(tariffs, usage, zone);
            if (disagrees(bill) && cdr.chargingPeriods().stream().anyMatch(PriceCheck::isUnnamed)) {
                bill = withUnnamedPeriods(usage, bill);
            }
            totals(bill);
            partialTotals(bill);
            boundaries(bill);
        } catch (InvalidField unpriceable) {
            differences.wrong(
                    "/charging_periods", unpriceable.rule(), unpriceable.value(), "the price cannot be computed");
        }
    }

    private static boolean isUnnamed(ChargingPeriod period) {
        return period.tariffId().isEmpty();
    }

    /** CDR-122: strictly such a period is free; with one tariff in the CDR there is little doubt which one is meant. */
    private Bill withUnnamedPeriods(Usage usage, Bill strict) {
        Tariff only = tariffs.get(0);
        boolean one = tariffs.stream().map(Tariff::id).distinct().count() == 1;
        Bill other = TariffEngine.price(List.of(only), usage.named(only.id()), zone);
        if (!one || disagrees(other)) {
            return strict;
        }
        differences.note(
                "/charging_periods",
                "the tariff_id of " + only.id(),
                "none",
                "periods without tariff_id were billed as if they had one");
        return other;
    }

    private boolean disagrees(Bill bill) {
        return bill.total()
                        .exclOrIncl()
                        .subtract(found(cdr.totalCost().beforeTaxes()))
                        .abs()
                        .compareTo(tolerance(bill))
                > 0;
    }

    /** A credit CDR takes back: its total_cost, and nothing else, is negative. */
    private BigDecimal found(BigDecimal total) {
        return cdr.isCredit() ? total.negate() : total;
    }

    private void totals(Bill bill) {
        bill.total()
                .excl()
                .ifPresent(excl -> total(
                        bill, "/total_cost/before_taxes", excl, cdr.totalCost().beforeTaxes()));
        boolean comparable =
                !cdr.totalCost().taxes().isEmpty() || bill.total().excl().isEmpty();
        bill.total()
                .incl()
                .filter(incl -> comparable)
                .ifPresent(
                        incl -> total(bill, "/total_cost", incl, cdr.totalCost().afterTaxes()));
    }

    private void total(Bill bill, String field, BigDecimal expected, BigDecimal stated) {
        BigDecimal actual = found(stated);
        boolean otherPrice =
                tariffs.stream().anyMatch(tariff -> tariff.tariffAltUrl().isPresent());
        boolean mayBe = otherPrice || actual.compareTo(expected) < 0;
        String why = otherPrice
                ? "tariffs and periods give another total; the price behind tariff_alt_url may be another"
                : actual.compareTo(expected) < 0
                        ? "tariffs and periods give more than was charged; perhaps a discount"
                        : "tariffs and periods give another total";
        differences.compare(mayBe ? Severity.NOTE : Severity.WRONG, field, expected, actual, tolerance(bill), why);
    }

    private BigDecimal tolerance(Bill bill) {
        long dimensions =
                bill.lines().stream().map(BillLine::dimension).distinct().count();
        return Money.tolerance(
                cdr.currency(), (int) dimensions * cdr.chargingPeriods().size());
    }

    private void partialTotals(Bill bill) {
        partial("/total_fixed_cost", bill.totals().fixedCost(), cdr.totalFixedCost(), fees(bill));
        int periods = cdr.chargingPeriods().size();
        partial("/total_energy_cost", bill.totals().energyCost(), cdr.totalEnergyCost(), periods);
        partial("/total_time_cost", bill.totals().timeCost(), cdr.totalTimeCost(), periods);
        partial("/total_parking_cost", bill.totals().parkingCost(), cdr.totalParkingCost(), periods);
        partial("/total_reservation_cost", bill.totals().reservationCost(), cdr.totalReservationCost(), periods);
    }

    private static int fees(Bill bill) {
        return (int) bill.lines().stream()
                .filter(line -> line.dimension() == TariffDimensionType.FLAT)
                .count();
    }

    private void partial(String field, Optional<Price> expected, Optional<Price> stated, int amounts) {
        stated.ifPresent(price -> differences.compare(
                Severity.WRONG,
                field + "/before_taxes",
                expected.map(Price::beforeTaxes).orElse(BigDecimal.ZERO),
                price.beforeTaxes(),
                Money.tolerance(cdr.currency(), amounts),
                "tariffs and periods give another partial total"));
    }

    /** CDR-080: where our bill begins a period, because other elements apply, the CDR should begin one, too. */
    private void boundaries(Bill bill) {
        for (ChargingPeriod period : bill.periods()) {
            Instant due = period.startDateTime();
            boolean there = cdr.chargingPeriods().stream()
                    .map(ChargingPeriod::startDateTime)
                    .anyMatch(start -> Duration.between(start, due).abs().compareTo(NEAR) <= 0);
            boolean mixed = cdr.chargingPeriods().stream().anyMatch(PriceCheck::isMixed);
            if (!there && !mixed) {
                differences.note(
                        "/charging_periods",
                        "a period that starts at " + due,
                        "none within a minute",
                        "another tariff element applies from then on");
            }
        }
    }

    /** A period with charging and parking in it does not say when one became the other. */
    private static boolean isMixed(ChargingPeriod period) {
        return period.dimensions().stream()
                        .filter(dimension -> switch (dimension.type()) {
                            case TIME, PARKING_TIME, RESERVATION_TIME ->
                                dimension.volume().signum() != 0;
                            default -> false;
                        })
                        .count()
                > 1;
    }
}
