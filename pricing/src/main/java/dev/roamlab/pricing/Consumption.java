package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was consumed at which rate, in the order of time, and how step sizes round it up.
 *
 * <p>A step size counts once for the energy, once for the time of a session, charging and parking together, and once for
 * each reservation (mod_cdrs_step_size). It is that of the last component that priced any consumption; it rounds the total
 * of that component's dimension as far as it was priced, and what it adds is billed at that component's price. The
 * specification words this in three ways which differ after charge, park, charge; this is the reading of the catalogue.
 */
final class Consumption {
    private static final int WH_DIGITS = 3;
    private static final int SESSION = -1;

    /** What a volume of four decimals may hide, in base units: 0.00006 h and 0.00006 kWh. */
    private static final BigDecimal HIDDEN_SECONDS = new BigDecimal("0.216");

    private static final BigDecimal HIDDEN_WH = new BigDecimal("0.06");
    private static final BigDecimal NOISE = new BigDecimal("1e-9");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private final Usage.Origin origin;
    private final List<Entry> entries = new ArrayList<>();

    /** A rounding by a step size that was made, with the line's dimension total before and after, in base units. */
    record Step(Entry last, BigDecimal before, BigDecimal after) {}

    /** One rate used in one slice; quantities in the base unit of the step size: Wh, seconds, or once. */
    static final class Entry {
        private final Rate rate;
        private final int run;
        private final BigDecimal consumed;
        private BigDecimal billed;
        private @Nullable Amount cost;

        private Entry(Rate rate, int run, BigDecimal consumed) {
            this.rate = rate;
            this.run = run;
            this.consumed = consumed;
            billed = consumed;
        }

        Rate rate() {
            return rate;
        }

        boolean ofReservation() {
            return run != SESSION;
        }

        /** What it costs, step size included; asked often, so computed once. */
        Amount cost(MissingVat missingVat) {
            Amount known = cost;
            if (known == null) {
                known = rate.cost(billedUnits(), missingVat);
                cost = known;
            }
            return known;
        }

        /** In the unit of the price: kWh, hours, or once. */
        BigDecimal consumedUnits() {
            return units(consumed);
        }

        /** In the unit of the price, with what a step size added. */
        BigDecimal billedUnits() {
            return units(billed);
        }

        BigDecimal units(BigDecimal base) {
            return switch (rate.dimension()) {
                case FLAT -> base;
                case ENERGY -> base.movePointLeft(WH_DIGITS);
                case TIME, PARKING_TIME -> base.divide(Rounding.SECONDS_PER_HOUR, Rounding.EXACT);
            };
        }

        private boolean isTime() {
            return rate.dimension() == TariffDimensionType.TIME || rate.dimension() == TariffDimensionType.PARKING_TIME;
        }
    }

    private Consumption(Usage.Origin origin) {
        this.origin = origin;
    }

    static Consumption of(List<Slice> slices, Usage.Origin origin) {
        Consumption consumption = new Consumption(origin);
        slices.forEach(consumption::add);
        return consumption;
    }

    List<Entry> entries() {
        return entries;
    }

    private void add(Slice slice) {
        for (Rate rate : slice.rates()) {
            BigDecimal base = switch (rate.dimension()) {
                case FLAT -> BigDecimal.ONE;
                case ENERGY -> slice.kwh().movePointRight(WH_DIGITS);
                case TIME, PARKING_TIME -> slice.seconds();
            };
            // A parked vehicle takes no energy as a rule; an ENERGY line of 0 kWh would only puzzle.
            if (base.signum() != 0 || slice.phase().kind() != PhaseKind.PARKED) {
                entries.add(new Entry(rate, slice.run(), base));
            }
        }
    }

    /** Rounds up, once per group; call it once. */
    List<Step> applySteps() {
        List<Step> steps = new ArrayList<>();
        Map<Integer, Boolean> runs = new HashMap<>();
        round(entry -> entry.rate.dimension() == TariffDimensionType.ENERGY).ifPresent(steps::add);
        round(entry -> entry.isTime() && !entry.ofReservation()).ifPresent(steps::add);
        for (Entry entry : List.copyOf(entries)) {
            if (entry.ofReservation() && runs.putIfAbsent(entry.run, true) == null) {
                round(other -> other.isTime() && other.run == entry.run).ifPresent(steps::add);
            }
        }
        return steps;
    }

    private Optional<Step> round(Predicate<Entry> group) {
        Optional<Entry> last = entries.stream()
                .filter(group)
                .filter(entry -> entry.consumed.abs().compareTo(NOISE) > 0)
                .reduce((one, next) -> next);
        return last.flatMap(entry -> round(entry, group));
    }

    private Optional<Step> round(Entry last, Predicate<Entry> group) {
        List<Entry> same = entries.stream()
                .filter(group)
                .filter(entry -> entry.rate.dimension() == last.rate.dimension())
                .toList();
        BigDecimal total = same.stream().map(entry -> entry.consumed).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal step = BigDecimal.valueOf(last.rate.component().stepSize());
        BigDecimal rounded = Rounding.blocks(total, step, slack(last, step, same.size()));
        if (rounded.subtract(total).abs().compareTo(NOISE) <= 0) {
            return Optional.empty();
        }
        last.billed = last.consumed.add(rounded).subtract(total);
        return Optional.of(new Step(last, total, rounded));
    }

    /** Volumes of a CDR have lost their last digits, measured figures have not (header of cdrs.yaml). */
    private BigDecimal slack(Entry entry, BigDecimal step, int volumes) {
        if (origin == Usage.Origin.MEASURED) {
            return NOISE;
        }
        BigDecimal hidden = entry.isTime() ? HIDDEN_SECONDS : HIDDEN_WH;
        return hidden.multiply(BigDecimal.valueOf(volumes)).min(step.multiply(QUARTER));
    }
}
