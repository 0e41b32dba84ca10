package dev.roamlab.pricing;

import dev.roamlab.ocpi.cdrs.CdrDimension;
import dev.roamlab.ocpi.cdrs.CdrDimensionType;
import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.tariffs.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Turns slices into charging periods: neighbours in which the same elements apply become one. Volumes are differences of
 * rounded running totals, so that they add up to the rounded total. Spec: mod_cdrs_charging_period.
 */
final class Periods {
    private final Usage usage;
    private final TariffBook tariffs;
    private final List<ChargingPeriod> periods = new ArrayList<>();

    private Periods(Usage usage, TariffBook tariffs) {
        this.usage = usage;
        this.tariffs = tariffs;
    }

    static List<ChargingPeriod> of(List<Slice> slices, Usage usage, TariffBook tariffs) {
        Periods periods = new Periods(usage, tariffs);
        int from = 0;
        for (int i = 1; i <= slices.size(); i++) {
            if (i == slices.size() || !alike(slices.get(from), slices.get(i))) {
                periods.add(slices.subList(from, i));
                from = i;
            }
        }
        return periods.periods;
    }

    private static boolean alike(Slice one, Slice other) {
        return one.phase().kind() == other.phase().kind()
                && one.run() == other.run()
                && one.tariff().map(Tariff::id).equals(other.tariff().map(Tariff::id))
                && one.elements().equals(other.elements());
    }

    private void add(List<Slice> slices) {
        Slice first = slices.get(0);
        Slice last = slices.get(slices.size() - 1);
        PhaseKind kind = first.phase().kind();
        List<CdrDimension> dimensions = new ArrayList<>();
        BigDecimal energy = volume(first.from().kwh(), last.to().kwh());
        if (kind == PhaseKind.CHARGING || energy.signum() != 0) {
            dimensions.add(new CdrDimension(CdrDimensionType.ENERGY, energy));
        }
        dimensions.add(new CdrDimension(
                kind.time(),
                volume(hours(first.from().seconds()), hours(last.to().seconds()))));
        if (kind == PhaseKind.CHARGING) {
            addExtremes(dimensions, slices);
        }
        Instant start = usage.start().plus(Rounding.duration(first.from().seconds()));
        periods.add(new ChargingPeriod(
                start.truncatedTo(ChronoUnit.MILLIS), dimensions, first.tariff().map(Tariff::id)));
    }

    private static BigDecimal hours(BigDecimal seconds) {
        return seconds.divide(Rounding.SECONDS_PER_HOUR, Rounding.EXACT);
    }

    private static BigDecimal volume(BigDecimal from, BigDecimal to) {
        return Rounding.shown(to).subtract(Rounding.shown(from));
    }

    /** Power and current are told when they were measured, or when the tariff asks for them. */
    private void addExtremes(List<CdrDimension> dimensions, List<Slice> slices) {
        List<Phase> phases = slices.stream().map(Slice::phase).toList();
        List<BigDecimal> currents =
                phases.stream().map(Phase::currentA).flatMap(Optional::stream).toList();
        boolean asked = slices.get(0)
                .tariff()
                .map(tariffs::thresholds)
                .filter(Thresholds::power)
                .isPresent();
        List<BigDecimal> powers = phases.stream()
                .map(phase -> asked ? phase.effectivePowerKw() : phase.powerKw())
                .flatMap(Optional::stream)
                .toList();
        addExtremes(dimensions, currents, CdrDimensionType.MIN_CURRENT, CdrDimensionType.MAX_CURRENT);
        addExtremes(dimensions, powers, CdrDimensionType.MIN_POWER, CdrDimensionType.MAX_POWER);
    }

    private static void addExtremes(
            List<CdrDimension> dimensions, List<BigDecimal> values, CdrDimensionType min, CdrDimensionType max) {
        values.stream().min(BigDecimal::compareTo).ifPresent(least -> {
            BigDecimal most = Objects.requireNonNull(values.stream().reduce(least, BigDecimal::max));
            dimensions.add(new CdrDimension(min, Rounding.shown(least)));
            dimensions.add(new CdrDimension(max, Rounding.shown(most)));
        });
    }
}
