package dev.roamlab.scenarios.own;

import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictions;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A time of the day at which a tariff's price for energy, or for time, becomes another.
 *
 * @param at local time
 */
record PriceChange(LocalTime at, TariffDimensionType dimension, BigDecimal before, BigDecimal after) {
    /** When Mia's sister puts the cake on the table. */
    private static final LocalTime CAKE = LocalTime.of(17, 0);

    private static final List<TariffDimensionType> DIMENSIONS =
            List.of(TariffDimensionType.ENERGY, TariffDimensionType.TIME);

    /** The change nearest to five in the afternoon; empty when no price depends on the time of the day alone. */
    static Optional<PriceChange> of(Tariff tariff, DayOfWeek day) {
        return DIMENSIONS.stream()
                .flatMap(dimension -> of(tariff, day, dimension).stream())
                .findFirst();
    }

    private static Optional<PriceChange> of(Tariff tariff, DayOfWeek day, TariffDimensionType dimension) {
        return tariff.elements().stream()
                .flatMap(element -> element.restrictions().stream())
                .flatMap(when -> Stream.concat(when.startTime().stream(), when.endTime().stream()))
                .distinct()
                .sorted(Comparator.comparing(
                        time -> Duration.between(CAKE, time).abs()))
                .flatMap(time -> change(tariff, day, dimension, time).stream())
                .findFirst();
    }

    private static Optional<PriceChange> change(
            Tariff tariff, DayOfWeek day, TariffDimensionType dimension, LocalTime time) {
        Optional<BigDecimal> before = price(tariff, day, dimension, time.minusMinutes(1));
        Optional<BigDecimal> after = price(tariff, day, dimension, time.plusMinutes(1));
        return before.isPresent() && after.isPresent() && before.get().compareTo(after.get()) != 0
                ? Optional.of(new PriceChange(time, dimension, before.get(), after.get()))
                : Optional.empty();
    }

    /** The price at a time; empty where it depends on more than the clock. */
    private static Optional<BigDecimal> price(
            Tariff tariff, DayOfWeek day, TariffDimensionType dimension, LocalTime time) {
        for (TariffElement element : tariff.elements()) {
            Optional<PriceComponent> component = element.priceComponents().stream()
                    .filter(candidate -> candidate.type() == dimension)
                    .findFirst();
            if (component.isEmpty()) {
                continue;
            }
            Optional<TariffRestrictions> when = element.restrictions();
            if (when.isPresent() && !onlyTime(when.get())) {
                return Optional.empty();
            }
            if (when.isEmpty() || applies(when.get(), day, time)) {
                return component.map(PriceComponent::price);
            }
        }
        return Optional.empty();
    }

    private static boolean onlyTime(TariffRestrictions when) {
        return when.equals(new TariffRestrictions(
                when.startTime(),
                when.endTime(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                when.dayOfWeek(),
                Optional.empty()));
    }

    private static boolean applies(TariffRestrictions when, DayOfWeek day, LocalTime time) {
        if (!when.dayOfWeek().isEmpty() && !when.dayOfWeek().contains(day)) {
            return false;
        }
        LocalTime start = when.startTime().orElse(LocalTime.MIN);
        LocalTime end = when.endTime().orElse(LocalTime.MAX);
        boolean overnight = end.isBefore(start);
        return overnight ? !time.isBefore(start) || time.isBefore(end) : !time.isBefore(start) && time.isBefore(end);
    }
}
