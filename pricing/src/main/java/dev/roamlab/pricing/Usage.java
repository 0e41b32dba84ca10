package dev.roamlab.pricing;

import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a driver used: phases in the order of time. Measured phases follow each other without gaps.
 *
 * @param phases at least one; over a thousand days is refused
 */
public record Usage(List<Phase> phases, Origin origin) {

    private static final Duration MAX_LENGTH = Duration.ofDays(1000);

    /** Where the figures come from, which decides how exact they are and what a phase without tariff means. */
    public enum Origin {
        /** Times and energy as measured; a phase without tariff id uses the first tariff. */
        MEASURED,
        /** Volumes of a CDR, with four decimals; a period without tariff id is free. Spec: mod_cdrs_chargingperiod_class. */
        CDR
    }

    public Usage {
        Require.notEmpty("phases", phases);
        phases = List.copyOf(phases);
        for (int i = 1; i < phases.size() && origin == Origin.MEASURED; i++) {
            Instant end = phases.get(i - 1).end();
            Instant start = phases.get(i).start();
            Require.that(start.equals(end), "phases/" + i + "/start", "the end of the phase before, " + end, start);
        }
        requireBounded(phases);
    }

    /** Every day of a session may be cut at every time of a tariff, so an absurd one would take absurdly long. */
    private static void requireBounded(List<Phase> phases) {
        Instant start = phases.get(0).start();
        for (Phase phase : phases) {
            boolean near = Duration.between(start, phase.start()).abs().compareTo(MAX_LENGTH) <= 0
                    && Duration.between(start, phase.end()).abs().compareTo(MAX_LENGTH) <= 0;
            Require.that(near, "end", "within " + MAX_LENGTH.toDays() + " days of the start " + start, phase.end());
        }
    }

    /** Measured phases. */
    public static Usage of(Phase... phases) {
        return new Usage(List.of(phases), Origin.MEASURED);
    }

    /** What the charging periods of a CDR say was used. */
    public static Usage of(Cdr cdr) {
        return CdrUsage.of(cdr);
    }

    /** Collects phases as they happen, beginning at a moment. */
    public static Builder from(Instant start) {
        return new Builder(start);
    }

    /** The same, with a tariff for the phases that name none. */
    public Usage named(CiString tariffId) {
        List<Phase> named = phases.stream()
                .map(phase -> phase.tariffId().isPresent()
                        ? phase
                        : PhaseBuilder.builder(phase).tariffId(tariffId).build())
                .toList();
        return new Usage(named, origin);
    }

    Instant start() {
        return phases.get(0).start();
    }

    /** Energy of all phases, kWh. */
    public BigDecimal energyKwh() {
        return phases.stream().map(Phase::energyKwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Collects phases as a meter reports them; each begins where the one before ended. Not for several threads. */
    public static final class Builder {
        private final List<Phase> phases = new ArrayList<>();
        private Instant now;
        private Optional<CiString> tariffId = Optional.empty();

        private Builder(Instant start) {
            now = start;
        }

        /** The tariff from here on. */
        public Builder tariff(CiString id) {
            tariffId = Optional.of(id);
            return this;
        }

        /** Reserved until then. */
        public Builder reserved(Instant until) {
            return add(Phase.of(PhaseKind.RESERVED, now, until));
        }

        /** Reserved until then, and no session followed. */
        public Builder expired(Instant until) {
            return add(Phase.of(PhaseKind.RESERVED, now, until).expired(true));
        }

        /** Charged so much until then, at constant power. */
        public Builder charged(Instant until, BigDecimal energyKwh) {
            return add(Phase.of(PhaseKind.CHARGING, now, until).energyKwh(energyKwh));
        }

        /** Charged so much until then; the current is the sum over the phases of the connection. */
        public Builder charged(
                Instant until, BigDecimal energyKwh, Optional<BigDecimal> powerKw, Optional<BigDecimal> currentA) {
            return add(Phase.of(PhaseKind.CHARGING, now, until)
                    .energyKwh(energyKwh)
                    .powerKw(powerKw)
                    .currentA(currentA));
        }

        /** Parked until then. */
        public Builder parked(Instant until) {
            return add(Phase.of(PhaseKind.PARKED, now, until));
        }

        /** The end of the last phase. */
        public Instant now() {
            return now;
        }

        /** Whether there is nothing to price yet. */
        public boolean isEmpty() {
            return phases.isEmpty();
        }

        /** What was collected so far; more may follow. */
        public Usage build() {
            return new Usage(phases, Origin.MEASURED);
        }

        private Builder add(PhaseBuilder phase) {
            Phase built = phase.tariffId(tariffId).build();
            phases.add(built);
            now = built.end();
            return this;
        }
    }
}
