package dev.roamlab.station.charging;

import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.station.physics.PowerLimit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the figures of a schedule are read against: the side of the station that they are about.
 *
 * @param direct DC: there are no phases
 * @param volts AC: between phase and neutral; DC: the usual output
 * @param phases that are wired, 1 to 3
 * @param switching whether the station can charge with fewer phases than are wired
 * @param ratedWatts what is possible without any profile
 * @param ratedAmps per phase
 */
public record Supply(boolean direct, double volts, int phases, boolean switching, double ratedWatts, double ratedAmps) {
    /** What a schedule means where it does not tell. Spec: OCPP 2.0.1, ChargingSchedulePeriodType. */
    private static final int USUAL_PHASES = 3;

    /** What a period allows, in amps and in watts. */
    PowerLimit limit(ChargingSchedulePeriod period, ChargingRateUnit unit) {
        return limit(period.limit(), unit, period.numberPhases(), period.phaseToUse());
    }

    PowerLimit limit(BigDecimal figure, ChargingRateUnit unit, Optional<Integer> numberPhases, Optional<Integer> line) {
        double value = Math.max(0, figure.doubleValue());
        if (direct) {
            return unit == ChargingRateUnit.W
                    ? PowerLimit.ofWatts(value)
                    : new PowerLimit(Double.POSITIVE_INFINITY, value, 3, 0);
        }
        int counted = Math.max(1, Math.min(numberPhases.orElse(USUAL_PHASES), phases));
        double amps = unit == ChargingRateUnit.A ? value : value / (volts * counted);
        // Where phases cannot be switched off, power is all that can be kept.
        return new PowerLimit(
                amps * volts * counted,
                amps,
                switching ? counted : 3,
                switching && counted == 1 ? Math.min(phases, line.orElse(0)) : 0);
    }

    /** What a limit comes to in a unit, never more than is possible at all. */
    public double figure(PowerLimit limit, ChargingRateUnit unit) {
        double watts = Math.min(ratedWatts, limit.watts());
        double amps = Math.min(ratedAmps, limit.amps());
        int carrying = direct ? 1 : Math.min(phases, limit.phases());
        return unit == ChargingRateUnit.W
                ? Math.min(watts, amps * volts * carrying)
                : Math.min(amps, watts / (volts * carrying));
    }
}
