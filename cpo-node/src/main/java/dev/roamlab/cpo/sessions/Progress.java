package dev.roamlab.cpo.sessions;

import dev.roamlab.ocpi.cdrs.CdrDimension;
import dev.roamlab.ocpi.cdrs.CdrDimensionType;
import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has come to a session's charging periods since they were last told. A period is told when it is over, that is when
 * something changes that matters for the price; a long one is told in parts. The bill's last period goes on growing, but what
 * was told stays: so the rest of it becomes a period of its own, and the sums agree. Spec: mod_sessions_patch_method.
 */
final class Progress {
    private static final Set<CdrDimensionType> ADDED_UP = Set.of(
            CdrDimensionType.ENERGY,
            CdrDimensionType.TIME,
            CdrDimensionType.PARKING_TIME,
            CdrDimensionType.RESERVATION_TIME);

    private final List<ChargingPeriod> told;
    private final Instant until;

    private Progress(List<ChargingPeriod> told, Instant until) {
        this.told = told;
        this.until = until;
    }

    /**
     * A charge with the periods told so far and those to be told now.
     *
     * @param billed all periods as the bill has them at the last reading
     * @param whole whether the last of them is told, too, although it may go on
     */
    static Charge continued(Charge charge, List<ChargingPeriod> billed, boolean whole) {
        Instant open = billed.get(billed.size() - 1).startDateTime();
        Instant until = whole ? charge.meter().readAt() : later(open, charge.periodsUntil());
        return charge.copy()
                .periods(periods(charge, billed, whole ? billed.size() : billed.size() - 1))
                .periodsUntil(until)
                .toldAt(charge.meter().readAt())
                .build();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<ChargingPeriod> periods(Charge charge, List<ChargingPeriod> billed, int count) {
        Progress progress = new Progress(charge.periods(), charge.periodsUntil());
        List<ChargingPeriod> all = new ArrayList<>(charge.periods());
        for (int i = 0; i < count; i++) {
            Instant end = i + 1 < billed.size() ? billed.get(i + 1).startDateTime() : Instant.MAX;
            if (end.isAfter(charge.periodsUntil()) || charge.periods().isEmpty()) {
                progress.rest(billed.get(i), end).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<ChargingPeriod> rest(ChargingPeriod billed, Instant end) {
        List<ChargingPeriod> parts = told.stream()
                .filter(part -> !part.startDateTime().isBefore(billed.startDateTime())
                        && part.startDateTime().isBefore(end))
                .toList();
        if (parts.isEmpty()) {
            return Optional.of(billed);
        }
        List<CdrDimension> rest = new ArrayList<>();
        boolean grown = false;
        for (CdrDimension dimension : billed.dimensions()) {
            BigDecimal volume = ADDED_UP.contains(dimension.type())
                    ? dimension.volume().subtract(sum(parts, dimension.type()))
                    : dimension.volume();
            grown |= ADDED_UP.contains(dimension.type()) && volume.signum() != 0;
            rest.add(new CdrDimension(dimension.type(), volume));
        }
        return grown ? Optional.of(new ChargingPeriod(until, rest, billed.tariffId())) : Optional.empty();
    }

    private static BigDecimal sum(List<ChargingPeriod> parts, CdrDimensionType type) {
        return parts.stream().flatMap(part -> part.volume(type).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
