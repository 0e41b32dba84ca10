package dev.roamlab.station.charging;

import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.station.physics.PowerLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Walks along what is allowed, from change to change. */
public final class Composition {
    /** Spec: OCPP 1.6 section 7.13 and 2.0.1: limits have at most one digit behind the point. */
    private static final int DIGITS = 1;

    /** A schedule has no more periods than this: a longer one ends there. Spec: OCPP 2.0.1, ChargingScheduleType. */
    private static final int MOST_PERIODS = 1024;
    /** So many changes are looked at; a schedule that asks for more is answered as far as that. */
    private static final int MOST_CHANGES = 20_000;

    private Composition() {}

    /**
     * What was found.
     *
     * @param seconds how far it goes
     */
    public record Composed(List<ChargingSchedulePeriod> periods, int seconds) {
        public Composed {
            periods = List.copyOf(periods);
        }
    }

    /**
     * What is allowed from now on, as the periods of a schedule; neighbours that are equal are one.
     *
     * @param allowed what holds at an instant, and until when
     */
    public static Composed periods(
            Function<Instant, Ceiling> allowed, Supply supply, ChargingRateUnit unit, Instant from, Duration length) {
        List<ChargingSchedulePeriod> periods = new ArrayList<>();
        Instant end = from.plus(length);
        Instant at = from;
        for (int change = 0; change < MOST_CHANGES && periods.size() < MOST_PERIODS && at.isBefore(end); change++) {
            Ceiling ceiling = allowed.apply(at);
            add(periods, period(ceiling.limit(), supply, unit, secondsFrom(from, at)));
            at = ceiling.until().isAfter(at) && ceiling.until().isBefore(end) ? ceiling.until() : end;
        }
        return new Composed(periods, secondsFrom(from, at));
    }

    private static void add(List<ChargingSchedulePeriod> periods, ChargingSchedulePeriod next) {
        if (!periods.isEmpty()) {
            ChargingSchedulePeriod last = periods.get(periods.size() - 1);
            if (last.startPeriod() == next.startPeriod()) {
                periods.remove(periods.size() - 1);
            } else if (last.limit().equals(next.limit()) && last.numberPhases().equals(next.numberPhases())) {
                return;
            }
        }
        periods.add(next);
    }

    private static ChargingSchedulePeriod period(PowerLimit limit, Supply supply, ChargingRateUnit unit, int start) {
        BigDecimal figure = BigDecimal.valueOf(supply.figure(limit, unit)).setScale(DIGITS, RoundingMode.HALF_UP);
        Optional<Integer> phases =
                supply.direct() ? Optional.empty() : Optional.of(Math.min(supply.phases(), limit.phases()));
        Optional<Integer> line = limit.line() == 0 ? Optional.empty() : Optional.of(limit.line());
        return new ChargingSchedulePeriod(start, figure, phases, line);
    }

    /** Changes lie on whole seconds of their own schedules; a composite one may begin in between. */
    private static int secondsFrom(Instant from, Instant at) {
        return (int) Math.round(Duration.between(from, at).toMillis() / 1000.0);
    }
}
