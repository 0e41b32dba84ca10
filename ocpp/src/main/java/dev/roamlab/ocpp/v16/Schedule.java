package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Limits over time; the duration is in seconds. Spec: OCPP 1.6, ChargingSchedule. */
record Schedule(
        Optional<Integer> duration,
        Optional<Instant> startSchedule,
        ChargingRateUnit chargingRateUnit,
        @NotEmpty List<Period> chargingSchedulePeriod,
        Optional<BigDecimal> minChargingRate) {

    /** The minimum is checked. */
    Schedule {
        minChargingRate.ifPresent(rate -> requireOneDecimal("minChargingRate", rate));
    }

    /** A limit from some second on. */
    record Period(int startPeriod, BigDecimal limit, Optional<Integer> numberPhases) {
        /** The limit is checked. */
        Period {
            requireOneDecimal("limit", limit);
        }

        /** Rounded down: what the wire cannot say exactly must not become more. */
        static Period of(ChargingSchedulePeriod period) {
            return new Period(period.startPeriod(), oneDecimal(period.limit()), period.numberPhases());
        }

        ChargingSchedulePeriod neutral() {
            return new ChargingSchedulePeriod(startPeriod, limit, numberPhases, Optional.empty());
        }
    }

    static Schedule of(ChargingSchedule schedule) {
        return new Schedule(
                schedule.duration(),
                schedule.startSchedule(),
                schedule.chargingRateUnit(),
                periods(schedule.chargingSchedulePeriod()),
                schedule.minChargingRate().map(Schedule::oneDecimal));
    }

    static List<Period> periods(List<ChargingSchedulePeriod> periods) {
        return periods.stream().map(Period::of).toList();
    }

    List<ChargingSchedulePeriod> neutralPeriods() {
        return chargingSchedulePeriod.stream().map(Period::neutral).toList();
    }

    /** @param id 1.6 has none for a schedule */
    ChargingSchedule neutral(int id) {
        return new ChargingSchedule(
                id, startSchedule, duration, chargingRateUnit, neutralPeriods(), minChargingRate, Optional.empty());
    }

    private static BigDecimal oneDecimal(BigDecimal rate) {
        return rate.scale() > 1 ? rate.setScale(1, RoundingMode.FLOOR) : rate;
    }

    private static void requireOneDecimal(String field, BigDecimal rate) {
        if (rate.stripTrailingZeros().scale() > 1) {
            throw new IllegalArgumentException(field + ": " + rate.toPlainString() + ", at most one decimal");
        }
    }
}
