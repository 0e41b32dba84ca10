package dev.roamlab.pricing;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Numbers;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of a charger's use with nothing changing in it: energy flows evenly.
 *
 * @param end not before the start; may equal it
 * @param energyKwh net energy into the vehicle; 0 while reserved
 * @param powerKw when empty, energy over time
 * @param currentA summed over the phases of the connection; when empty it is not known (while charging) or 0
 * @param tariffId the tariff in use; what an empty one means, {@link Usage.Origin} says
 * @param expired whether no session followed a reservation
 */
@OcpiRecord
public record Phase(
        PhaseKind kind,
        Instant start,
        Instant end,
        BigDecimal energyKwh,
        Optional<BigDecimal> powerKw,
        Optional<BigDecimal> currentA,
        Optional<CiString> tariffId,
        boolean expired) {
    public Phase {
        Require.present("kind", kind);
        Require.present("start", start);
        Require.present("end", end);
        Require.present("energy_kwh", energyKwh);
        energyKwh = Numbers.plain("energy_kwh", energyKwh);
        powerKw = Numbers.plain("power_kw", powerKw);
        currentA = Numbers.plain("current_a", currentA);
        Require.that(!end.isBefore(start), "end", "not before the start " + start, end);
        boolean reserved = kind == PhaseKind.RESERVED;
        Require.that(!reserved || energyKwh.signum() == 0, "energy_kwh", "0 while RESERVED", energyKwh);
        Require.that(reserved || !expired, "expired", "only a RESERVED phase expires", expired);
    }

    /** Charging with evenly spread energy. */
    public static Phase charging(Instant start, Instant end, BigDecimal energyKwh) {
        return of(PhaseKind.CHARGING, start, end).energyKwh(energyKwh).build();
    }

    /** Standing there without asking for energy. */
    public static Phase parked(Instant start, Instant end) {
        return of(PhaseKind.PARKED, start, end).build();
    }

    /** A reservation that a session follows. */
    public static Phase reserved(Instant start, Instant end) {
        return of(PhaseKind.RESERVED, start, end).build();
    }

    /** A reservation that no session follows. */
    public static Phase expired(Instant start, Instant end) {
        return of(PhaseKind.RESERVED, start, end).expired(true).build();
    }

    /** A phase without energy to build on. */
    public static PhaseBuilder of(PhaseKind kind, Instant start, Instant end) {
        return PhaseBuilder.builder().kind(kind).start(start).end(end).energyKwh(BigDecimal.ZERO);
    }

    /** How long it took, in seconds with fractions. */
    BigDecimal seconds() {
        return Rounding.seconds(Duration.between(start, end));
    }

    /** The power that restrictions are held against, kW; empty when energy came in no time. */
    Optional<BigDecimal> effectivePowerKw() {
        if (powerKw.isPresent() || energyKwh.signum() == 0) {
            return powerKw.isPresent() ? powerKw : Optional.of(BigDecimal.ZERO);
        }
        BigDecimal seconds = seconds();
        return seconds.signum() == 0
                ? Optional.empty()
                : Optional.of(energyKwh.multiply(Rounding.SECONDS_PER_HOUR).divide(seconds, Rounding.EXACT));
    }

    /** The current that restrictions are held against, A; nothing flows unless the vehicle charges. */
    Optional<BigDecimal> effectiveCurrentA() {
        return currentA.isPresent() || kind == PhaseKind.CHARGING ? currentA : Optional.of(BigDecimal.ZERO);
    }
}
