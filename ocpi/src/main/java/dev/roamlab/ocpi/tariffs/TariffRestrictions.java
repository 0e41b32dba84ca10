package dev.roamlab.ocpi.tariffs;

import dev.roamlab.ocpi.types.Numbers;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * When a tariff element applies: all that are given must hold. Times and dates are local to the location. Spec:
 * mod_tariffs_tariffrestrictions_class.
 *
 * @param endTime exclusive; earlier than the start it lies on the next day
 * @param endDate exclusive
 * @param maxKwh exclusive, as are the other maxima
 * @param minCurrent ampere, summed over the phases
 * @param minPower kW
 * @param minDuration seconds since the session began
 * @param dayOfWeek empty means every day
 */
@OcpiRecord
public record TariffRestrictions(
        Optional<LocalTime> startTime,
        Optional<LocalTime> endTime,
        Optional<LocalDate> startDate,
        Optional<LocalDate> endDate,
        Optional<BigDecimal> minKwh,
        Optional<BigDecimal> maxKwh,
        Optional<BigDecimal> minCurrent,
        Optional<BigDecimal> maxCurrent,
        Optional<BigDecimal> minPower,
        Optional<BigDecimal> maxPower,
        Optional<Integer> minDuration,
        Optional<Integer> maxDuration,
        List<DayOfWeek> dayOfWeek,
        Optional<ReservationRestrictionType> reservation) {
    public TariffRestrictions {
        startTime.ifPresent(time -> Require.wholeMinutes("start_time", time));
        endTime.ifPresent(time -> Require.wholeMinutes("end_time", time));
        dayOfWeek = List.copyOf(dayOfWeek);
        minKwh = Numbers.plain("min_kwh", minKwh);
        maxKwh = Numbers.plain("max_kwh", maxKwh);
        minCurrent = Numbers.plain("min_current", minCurrent);
        maxCurrent = Numbers.plain("max_current", maxCurrent);
        minPower = Numbers.plain("min_power", minPower);
        maxPower = Numbers.plain("max_power", maxPower);
    }
}
