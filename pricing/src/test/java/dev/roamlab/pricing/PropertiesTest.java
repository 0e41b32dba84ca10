package dev.roamlab.pricing;

import static dev.roamlab.pricing.Samples.AMSTERDAM;
import static dev.roamlab.pricing.Samples.decimal;
import static dev.roamlab.pricing.Samples.element;
import static dev.roamlab.pricing.Samples.tariff;
import static dev.roamlab.pricing.Samples.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.PriceLimit;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffBuilder;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictionsBuilder;
import dev.roamlab.ocpi.tariffs.TaxIncluded;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What must hold of every tariff and session; the seed is the number of the repetition. */
class PropertiesTest {
    private static final Instant NIGHT_OF_CHANGE = Instant.parse("2024-10-26T20:00:00Z");

    @RepeatedTest(300)
    void splitting_a_phase_in_two_never_changes_the_bill(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Tariff tariff = anyTariff(random, true).build();
        Usage whole = anyUsage(random);

        Usage split = split(whole, random.nextInt(whole.phases().size()), 1 + random.nextInt(7));
        Bill one = price(tariff, whole);
        Bill other = price(tariff, split);

        assertThat(other.lines()).isEqualTo(one.lines());
        assertThat(other.total()).isEqualTo(one.total());
        assertThat(other.totals()).isEqualTo(one.totals());
        assertThat(other.periods()).isEqualTo(one.periods());
    }

    @RepeatedTest(100)
    void more_energy_never_costs_less_where_neither_blocks_nor_thresholds_of_energy_interfere(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Tariff tariff = withoutSteps(anyTariff(random, false).build());
        Usage usage = anyUsage(random);
        List<Phase> more = usage.phases().stream()
                .map(phase -> PhaseBuilder.builder(phase)
                        .energyKwh(phase.energyKwh().multiply(decimal("1.3")))
                        .build())
                .toList();

        BigDecimal less = price(tariff, usage).total().exclOrIncl();

        assertThat(price(tariff, new Usage(more, Usage.Origin.MEASURED)).total().exclOrIncl())
                .isGreaterThanOrEqualTo(less);
    }

    @RepeatedTest(100)
    void a_total_lies_within_its_limits_on_both_sides(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        PriceLimit min = new PriceLimit(decimal("5"), Optional.of(decimal("6.5")));
        PriceLimit max = new PriceLimit(decimal("20"), Optional.of(decimal("23")));
        Tariff tariff = anyTariff(random, true).minPrice(min).maxPrice(max).build();

        Amount total = price(tariff, anyUsage(random)).total();

        assertThat(total.excl().orElseThrow()).isBetween(decimal("5"), decimal("20"));
        assertThat(total.incl().orElseThrow()).isBetween(decimal("6.5"), decimal("23"));
    }

    @RepeatedTest(100)
    void lines_and_partial_totals_add_up_to_the_total(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Bill bill = price(anyTariff(random, true).build(), anyUsage(random));

        BigDecimal lines =
                bill.lines().stream().map(line -> line.cost().exclOrIncl()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BillTotals totals = bill.totals();
        BigDecimal partial = List.of(
                        totals.fixedCost(),
                        totals.energyCost(),
                        totals.timeCost(),
                        totals.parkingCost(),
                        totals.reservationCost())
                .stream()
                .flatMap(Optional::stream)
                .map(price -> price.beforeTaxes())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(lines).isCloseTo(bill.total().exclOrIncl(), within(decimal("0.001")));
        assertThat(partial).isCloseTo(bill.total().exclOrIncl(), within(decimal("0.001")));
    }

    @RepeatedTest(100)
    void the_periods_hold_all_energy_and_are_in_order(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Bill bill = price(anyTariff(random, true).build(), anyUsage(random));

        BigDecimal energy = bill.periods().stream()
                .map(period -> period.volume(dev.roamlab.ocpi.cdrs.CdrDimensionType.ENERGY)
                        .orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(energy).isEqualByComparingTo(bill.totals().energy());
        assertThat(bill.periods()).extracting(period -> period.startDateTime()).isSorted();
    }

    private static Bill price(Tariff tariff, Usage usage) {
        return TariffEngine.price(List.of(tariff), usage, AMSTERDAM);
    }

    static TariffBuilder anyTariff(Random random, boolean energyThresholds) {
        List<TariffElement> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(element(anyRestriction(random, energyThresholds), anyComponents(random)));
        }
        elements.add(TariffElement.of(anyComponents(random)));
        elements.add(element(
                when().reservation(dev.roamlab.ocpi.tariffs.ReservationRestrictionType.RESERVATION),
                price(random, TariffDimensionType.TIME)));
        TaxIncluded[] included = TaxIncluded.values();
        return tariff(elements.toArray(TariffElement[]::new)).taxIncluded(included[random.nextInt(included.length)]);
    }

    private static TariffRestrictionsBuilder anyRestriction(Random random, boolean energyThresholds) {
        TariffRestrictionsBuilder restriction = when();
        switch (random.nextInt(energyThresholds ? 7 : 4)) {
            case 0 -> restriction.startTime(anyTime(random)).endTime(anyTime(random));
            case 1 -> restriction.dayOfWeek(List.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.SUNDAY));
            case 2 -> restriction.minDuration(random.nextInt(20_000));
            case 3 -> restriction.maxDuration(random.nextInt(20_000)).startTime(anyTime(random));
            case 4 -> restriction.minKwh(BigDecimal.valueOf(random.nextInt(40)));
            case 5 -> restriction.maxKwh(BigDecimal.valueOf(random.nextInt(400), 1));
            default -> restriction.maxPower(BigDecimal.valueOf(random.nextInt(22)));
        }
        return restriction;
    }

    private static LocalTime anyTime(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }

    private static PriceComponent[] anyComponents(Random random) {
        List<PriceComponent> components = new ArrayList<>();
        for (TariffDimensionType type : TariffDimensionType.values()) {
            if (random.nextBoolean() || components.isEmpty()) {
                components.add(price(random, type));
            }
        }
        return components.toArray(PriceComponent[]::new);
    }

    private static PriceComponent price(Random random, TariffDimensionType type) {
        int step = List.of(0, 1, 60, 300, 900).get(random.nextInt(5));
        return Samples.price(type, BigDecimal.valueOf(random.nextInt(300), 2).toPlainString(), step);
    }

    static Tariff withoutSteps(Tariff tariff) {
        List<TariffElement> elements = tariff.elements().stream()
                .map(element -> new TariffElement(
                        element.priceComponents().stream()
                                .map(component ->
                                        new PriceComponent(component.type(), component.price(), component.vat(), 0))
                                .toList(),
                        element.restrictions()))
                .toList();
        return TariffBuilder.builder(tariff).elements(elements).build();
    }

    /** Charging and parking in any order, perhaps after a reservation, over the night in which the clock is set back. */
    static Usage anyUsage(Random random) {
        Usage.Builder usage = Usage.from(NIGHT_OF_CHANGE.plusSeconds(random.nextInt(20_000)));
        if (random.nextBoolean()) {
            usage.reserved(usage.now().plusSeconds(840L * (1 + random.nextInt(5))));
        }
        usage.charged(usage.now().plusSeconds(840), decimal("1.4"));
        for (int i = random.nextInt(5); i > 0; i--) {
            Instant until = usage.now().plusSeconds(840L * (1 + random.nextInt(12)));
            if (random.nextInt(3) == 0) {
                usage.parked(until);
            } else {
                usage.charged(until, BigDecimal.valueOf(random.nextInt(300), 1));
            }
        }
        return usage.build();
    }

    /** Cuts a phase at so many eighths. */
    private static Usage split(Usage usage, int index, int eighths) {
        Phase phase = usage.phases().get(index);
        BigDecimal part = BigDecimal.valueOf(eighths).divide(BigDecimal.valueOf(8));
        BigDecimal energy = phase.energyKwh().multiply(part);
        Instant cut = phase.start().plus(Rounding.duration(phase.seconds().multiply(part)));
        List<Phase> phases = new ArrayList<>(usage.phases());
        phases.set(index, PhaseBuilder.builder(phase).end(cut).energyKwh(energy).build());
        phases.add(
                index + 1,
                PhaseBuilder.builder(phase)
                        .start(cut)
                        .energyKwh(phase.energyKwh().subtract(energy))
                        .build());
        return new Usage(phases, Usage.Origin.MEASURED);
    }
}
