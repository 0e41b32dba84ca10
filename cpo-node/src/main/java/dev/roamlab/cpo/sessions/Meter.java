package dev.roamlab.cpo.sessions;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.pricing.Phase;
import dev.roamlab.pricing.PhaseKind;
import dev.roamlab.pricing.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a driver has used, from the first moment to the last reading of the meter. Between two readings the station may have
 * told that the car stopped or resumed charging: the energy between the readings belongs to the time in which it charged.
 *
 * @param phases up to the last reading, without gaps
 * @param kind what the connector is used for at the last reading
 * @param turns what changed since then, in the order of time
 * @param readAt the moment of the last reading
 * @param registerWh the meter's register then; empty until it was read once
 * @param tariffId the tariff in use; empty leaves the choice to the pricing
 */
@OcpiRecord
public record Meter(
        List<Phase> phases,
        PhaseKind kind,
        List<Turn> turns,
        Instant readAt,
        Optional<BigDecimal> registerWh,
        Optional<CiString> tariffId) {
    private static final BigDecimal WH_PER_KWH = BigDecimal.valueOf(1000);

    public Meter {
        phases = List.copyOf(phases);
        turns = List.copyOf(turns);
    }

    /** A connector in use from a moment on. */
    public static Meter start(Instant at, PhaseKind kind, Optional<BigDecimal> registerWh) {
        return new Meter(List.of(), kind, List.of(), at, registerWh, Optional.empty());
    }

    /** The connector is used in another way from a moment on; what is older than the last reading cannot change any more. */
    public Meter turn(Instant at, PhaseKind to) {
        if (to == currentKind()) {
            return this;
        }
        if (!at.isAfter(readAt)) {
            return copy().kind(to).turns(List.of()).build();
        }
        List<Turn> more = new ArrayList<>(turns);
        Instant last = turns.isEmpty() ? readAt : turns.get(turns.size() - 1).at();
        more.add(new Turn(at.isBefore(last) ? last : at, to));
        return copy().turns(more).build();
    }

    /** Another tariff from the next reading on. */
    public Meter tariff(CiString id) {
        return copy().tariffId(Optional.of(id)).build();
    }

    /** The meter was read; a reading older than the last one is of no use any more. */
    public Meter read(Instant at, BigDecimal register, Optional<BigDecimal> currentA) {
        if (at.isBefore(readAt)) {
            return this;
        }
        BigDecimal energy = registerWh
                .map(before -> register.subtract(before).max(BigDecimal.ZERO).divide(WH_PER_KWH))
                .orElse(BigDecimal.ZERO);
        return advance(at, energy, currentA)
                .registerWh(Optional.of(registerWh.map(register::max).orElse(register)))
                .build();
    }

    /** Time has passed, but the meter was not read. */
    public Meter pass(Instant at) {
        return at.isAfter(readAt) || phases.isEmpty()
                ? advance(at.isBefore(readAt) ? readAt : at, BigDecimal.ZERO, Optional.empty())
                        .build()
                : this;
    }

    /** What the connector is used for now. */
    public PhaseKind currentKind() {
        return turns.isEmpty() ? kind : turns.get(turns.size() - 1).kind();
    }

    /** Energy up to the last reading. */
    public BigDecimal kwh() {
        return phases.stream().map(Phase::energyKwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether there is anything to price. */
    public boolean isEmpty() {
        return phases.isEmpty();
    }

    /** What was used, for the pricing; there must be something. */
    public Usage usage() {
        return new Usage(phases, Usage.Origin.MEASURED);
    }

    private MeterBuilder advance(Instant at, BigDecimal energyKwh, Optional<BigDecimal> currentA) {
        List<Turn> stretches = stretches(at);
        List<Phase> all = new ArrayList<>(phases);
        Duration charging = time(stretches, at);
        for (int i = 0; i < stretches.size(); i++) {
            Instant end = end(stretches, i, at);
            boolean last = i == stretches.size() - 1;
            all.add(Phase.of(stretches.get(i).kind(), stretches.get(i).at(), end)
                    .energyKwh(share(stretches, i, end, energyKwh, charging))
                    .currentA(last && stretches.get(i).kind() == PhaseKind.CHARGING ? currentA : Optional.empty())
                    .tariffId(tariffId)
                    .build());
        }
        return copy().phases(all).kind(currentKind()).turns(List.of()).readAt(at);
    }

    /** The turns since the last reading as stretches of time; one of no length only when there is no other. */
    private List<Turn> stretches(Instant at) {
        List<Turn> stretches = new ArrayList<>();
        stretches.add(new Turn(readAt, kind));
        turns.stream().filter(turn -> !turn.at().isAfter(at)).forEach(stretches::add);
        List<Turn> lasting = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            if (end(stretches, i, at).isAfter(stretches.get(i).at())) {
                lasting.add(stretches.get(i));
            }
        }
        return lasting.isEmpty() ? stretches.subList(0, 1) : lasting;
    }

    private static Instant end(List<Turn> stretches, int index, Instant at) {
        return index + 1 < stretches.size() ? stretches.get(index + 1).at() : at;
    }

    private static Duration time(List<Turn> stretches, Instant at) {
        Duration time = Duration.ZERO;
        for (int i = 0; i < stretches.size(); i++) {
            if (stretches.get(i).kind() == PhaseKind.CHARGING) {
                time = time.plus(Duration.between(stretches.get(i).at(), end(stretches, i, at)));
            }
        }
        return time;
    }

    private static BigDecimal share(
            List<Turn> stretches, int index, Instant end, BigDecimal energyKwh, Duration charging) {
        if (charging.isZero()) {
            return index == 0 && stretches.get(0).kind() != PhaseKind.RESERVED ? energyKwh : BigDecimal.ZERO;
        }
        if (stretches.get(index).kind() != PhaseKind.CHARGING) {
            return BigDecimal.ZERO;
        }
        Duration own = Duration.between(stretches.get(index).at(), end);
        return own.equals(charging)
                ? energyKwh
                : energyKwh
                        .multiply(BigDecimal.valueOf(own.toMillis()))
                        .divide(BigDecimal.valueOf(charging.toMillis()), MathContext.DECIMAL64);
    }

    private MeterBuilder copy() {
        return MeterBuilder.builder(this);
    }
}
