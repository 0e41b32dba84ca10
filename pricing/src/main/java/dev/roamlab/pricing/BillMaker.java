package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.types.Price;
import dev.roamlab.pricing.BillLine.ElementRef;
import dev.roamlab.pricing.BillLine.StepRounding;
import dev.roamlab.pricing.Consumption.Entry;
import dev.roamlab.pricing.Consumption.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Adds up consumption into the lines and totals of a bill. */
final class BillMaker {
    private final Usage usage;
    private final TariffBook tariffs;
    private final MissingVat missingVat;

    BillMaker(Usage usage, TariffBook tariffs, MissingVat missingVat) {
        this.usage = usage;
        this.tariffs = tariffs;
        this.missingVat = missingVat;
    }

    Bill bill(List<Slice> slices, Consumption consumption, List<Step> steps) {
        List<Entry> entries = consumption.entries();
        Taxes taxes = taxes(entries, entry -> true);
        PriceLimits limits = PriceLimits.of(taxes.sum(), tariffs.used(), hasSession());
        return BillBuilder.builder()
                .currency(tariffs.currency())
                .total(limits.total().shown())
                .taxes(taxes.list(limits.total()))
                .lines(lines(entries, steps))
                .totals(totals(entries))
                .periods(Periods.of(slices, usage, tariffs))
                .tariffs(tariffs.used())
                .limits(limits.applied())
                .notes(notes(slices))
                .build();
    }

    private boolean hasSession() {
        return usage.phases().stream().anyMatch(phase -> phase.kind() != PhaseKind.RESERVED);
    }

    private Taxes taxes(List<Entry> entries, Predicate<Entry> which) {
        Taxes taxes = new Taxes();
        entries.stream().filter(which).forEach(entry -> taxes.add(entry.rate(), entry.cost(missingVat)));
        return taxes;
    }

    /** What makes two entries one line; whether they are taxed alike counts, as the line shows one rate. */
    private record Key(
            TariffDimensionType dimension,
            boolean reservation,
            BigDecimal price,
            Optional<BigDecimal> vat,
            Object taxed) {
        static Key of(Entry entry) {
            Rate rate = entry.rate();
            return new Key(
                    rate.dimension(),
                    entry.ofReservation(),
                    rate.component().price().stripTrailingZeros(),
                    rate.component().vat().map(BigDecimal::stripTrailingZeros),
                    rate.tariff().taxIncluded());
        }

        boolean sameKind(Key other) {
            return dimension == other.dimension && reservation == other.reservation;
        }
    }

    private List<BillLine> lines(List<Entry> entries, List<Step> steps) {
        Map<Key, List<Entry>> byKey = new LinkedHashMap<>();
        entries.forEach(entry ->
                byKey.computeIfAbsent(Key.of(entry), key -> new ArrayList<>()).add(entry));
        return byKey.keySet().stream()
                .filter(key -> isUsed(byKey.get(key)) || isOnly(key, byKey.keySet()))
                .map(key -> line(byKey.getOrDefault(key, List.of()), steps))
                .toList();
    }

    private static boolean isUsed(@Nullable List<Entry> entries) {
        return entries != null
                && entries.stream().anyMatch(entry -> entry.consumedUnits().signum() != 0);
    }

    private static boolean isOnly(Key key, Collection<Key> all) {
        return all.stream()
                        .filter(key::sameKind)
                        .findFirst()
                        .filter(key::equals)
                        .isPresent()
                && all.stream().filter(key::sameKind).count() == 1;
    }

    private BillLine line(List<Entry> entries, List<Step> steps) {
        Entry first = entries.get(0);
        Rate rate = first.rate();
        BigDecimal billed = sum(entries, true);
        Optional<Step> step =
                steps.stream().filter(made -> entries.contains(made.last())).findFirst();
        return BillLineBuilder.builder()
                .dimension(rate.dimension())
                .reservation(first.ofReservation())
                .consumed(quantity(sum(entries, false)))
                .billed(quantity(billed))
                .price(rate.component().price())
                .vat(rate.vat())
                .priced(Rounding.shown(rate.component().price().multiply(billed)))
                .cost(taxes(entries, entry -> true).shownSum())
                .elements(entries.stream().map(BillMaker::place).distinct().toList())
                .step(step.map(BillMaker::rounding))
                .why(Reasons.of(rate))
                .build();
    }

    private static ElementRef place(Entry entry) {
        return new ElementRef(entry.rate().tariff().id(), entry.rate().element());
    }

    private static BigDecimal sum(List<Entry> entries, boolean billed) {
        return entries.stream()
                .map(entry -> billed ? entry.billedUnits() : entry.consumedUnits())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static StepRounding rounding(Step step) {
        return new StepRounding(
                step.last().rate().component().stepSize(),
                quantity(step.last().units(step.before())),
                quantity(step.last().units(step.after())));
    }

    private static BigDecimal quantity(BigDecimal exact) {
        return Rounding.quantity(exact);
    }

    private BillTotals totals(List<Entry> entries) {
        return BillTotalsBuilder.builder()
                .fixedCost(partial(entries, entry -> isOfSession(entry, TariffDimensionType.FLAT)))
                .energyCost(partial(entries, entry -> isOfSession(entry, TariffDimensionType.ENERGY)))
                .timeCost(partial(entries, entry -> isOfSession(entry, TariffDimensionType.TIME)))
                .parkingCost(partial(entries, entry -> isOfSession(entry, TariffDimensionType.PARKING_TIME)))
                .reservationCost(partial(entries, Entry::ofReservation))
                .energy(Rounding.shown(usage.energyKwh()))
                .time(hours(phase -> phase.kind() != PhaseKind.RESERVED))
                .parkingTime(hours(phase -> phase.kind() == PhaseKind.PARKED))
                .build();
    }

    private static boolean isOfSession(Entry entry, TariffDimensionType dimension) {
        return !entry.ofReservation() && entry.rate().dimension() == dimension;
    }

    private Optional<Price> partial(List<Entry> entries, Predicate<Entry> which) {
        if (entries.stream().noneMatch(which)) {
            return Optional.empty();
        }
        Taxes taxes = taxes(entries, which);
        return Optional.of(new Price(taxes.shownSum().exclOrIncl(), taxes.list()));
    }

    private BigDecimal hours(Predicate<Phase> which) {
        BigDecimal seconds =
                usage.phases().stream().filter(which).map(Phase::seconds).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Rounding.shown(seconds.divide(Rounding.SECONDS_PER_HOUR, Rounding.EXACT));
    }

    private List<String> notes(List<Slice> slices) {
        List<String> notes = new ArrayList<>(tariffs.notes());
        boolean currentMissing = slices.stream().anyMatch(this::lacksCurrent);
        if (currentMissing) {
            notes.add("The tariff asks for a current that was not measured: elements with min_current or max_current"
                    + " were left out.");
        }
        return notes;
    }

    private boolean lacksCurrent(Slice slice) {
        return slice.phase().effectiveCurrentA().isEmpty()
                && slice.tariff()
                        .map(tariffs::thresholds)
                        .filter(Thresholds::current)
                        .isPresent();
    }
}
