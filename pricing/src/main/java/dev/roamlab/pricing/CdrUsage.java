package dev.roamlab.pricing;

import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.CdrDimension;
import dev.roamlab.ocpi.cdrs.CdrDimensionType;
import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads charging periods as phases. A period may hold charging and parking; it then becomes two phases. */
final class CdrUsage {
    /** A volume has four decimals, which for hours is about this many seconds. */
    private static final BigDecimal SAME_SECONDS = new BigDecimal("0.25");

    private static final List<PhaseKind> ORDER = List.of(PhaseKind.RESERVED, PhaseKind.CHARGING, PhaseKind.PARKED);

    private final boolean unused;
    private final List<Phase> phases = new ArrayList<>();

    private CdrUsage(Cdr cdr) {
        unused = cdr.chargingPeriods().stream().allMatch(CdrUsage::onlyReserves);
    }

    static Usage of(Cdr cdr) {
        CdrUsage usage = new CdrUsage(cdr);
        List<ChargingPeriod> periods = cdr.chargingPeriods();
        for (int i = 0; i < periods.size(); i++) {
            Instant start = periods.get(i).startDateTime();
            Instant end = i + 1 < periods.size() ? periods.get(i + 1).startDateTime() : cdr.endDateTime();
            usage.add(periods.get(i), start, end.isBefore(start) ? start : end);
        }
        return new Usage(usage.phases, Usage.Origin.CDR);
    }

    private static boolean onlyReserves(ChargingPeriod period) {
        return period.volume(CdrDimensionType.RESERVATION_TIME).isPresent()
                && period.volume(CdrDimensionType.TIME).isEmpty()
                && period.volume(CdrDimensionType.PARKING_TIME).isEmpty()
                && period.volume(CdrDimensionType.ENERGY).isEmpty();
    }

    private void add(ChargingPeriod period, Instant start, Instant end) {
        List<PhaseKind> kinds = ORDER.stream()
                .filter(kind -> period.volume(kind.time())
                        .filter(hours -> hours.signum() != 0)
                        .isPresent())
                .toList();
        if (kinds.isEmpty()) {
            // Without any time the period says only that energy flowed, or that nothing counted.
            boolean energy = volume(period, CdrDimensionType.ENERGY).signum() != 0;
            boolean charged = energy || period.volume(CdrDimensionType.TIME).isPresent();
            PhaseKind kind = charged ? PhaseKind.CHARGING : PhaseKind.PARKED;
            phases.add(phase(period, kind, start, energy ? end : start, true));
            return;
        }
        boolean charging = kinds.contains(PhaseKind.CHARGING);
        Instant from = start;
        for (PhaseKind kind : kinds) {
            Instant until = until(from, end, volume(period, kind.time()), kinds.size() == 1);
            boolean takesEnergy = charging ? kind == PhaseKind.CHARGING : kind == PhaseKind.PARKED;
            phases.add(phase(period, kind, from, until, takesEnergy));
            from = until;
        }
    }

    /** The timestamps are exact; they count unless the volume says something else than what was lost by its rounding. */
    private static Instant until(Instant from, Instant end, BigDecimal hours, boolean alone) {
        BigDecimal seconds = hours.multiply(Rounding.SECONDS_PER_HOUR);
        BigDecimal stamped = Rounding.seconds(java.time.Duration.between(from, end));
        boolean same = seconds.subtract(stamped).abs().compareTo(SAME_SECONDS) <= 0;
        return alone && same ? end : from.plus(Rounding.duration(seconds.max(BigDecimal.ZERO)));
    }

    private Phase phase(ChargingPeriod period, PhaseKind kind, Instant start, Instant end, boolean takesEnergy) {
        boolean flows = kind == PhaseKind.CHARGING;
        return new Phase(
                kind,
                start,
                end,
                takesEnergy && kind != PhaseKind.RESERVED ? volume(period, CdrDimensionType.ENERGY) : BigDecimal.ZERO,
                flows ? between(period, CdrDimensionType.MIN_POWER, CdrDimensionType.MAX_POWER) : Optional.empty(),
                flows ? between(period, CdrDimensionType.MIN_CURRENT, CdrDimensionType.MAX_CURRENT) : Optional.empty(),
                period.tariffId(),
                unused && kind == PhaseKind.RESERVED);
    }

    /** Least and most lie on the same side of every threshold that matters (CDR-083), and so does what is between. */
    private static Optional<BigDecimal> between(ChargingPeriod period, CdrDimensionType min, CdrDimensionType max) {
        Optional<BigDecimal> least = period.volume(min);
        Optional<BigDecimal> most = period.volume(max);
        return least.isPresent() && most.isPresent()
                ? Optional.of(least.get().add(most.get()).divide(BigDecimal.valueOf(2), Rounding.EXACT))
                : most.or(() -> least);
    }

    /** A dimension that is listed twice counts twice. */
    private static BigDecimal volume(ChargingPeriod period, CdrDimensionType type) {
        return period.dimensions().stream()
                .filter(dimension -> dimension.type() == type)
                .map(CdrDimension::volume)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
