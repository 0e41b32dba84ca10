package dev.roamlab.cpo.sessions;

import dev.roamlab.ocpp.messages.Location;
import dev.roamlab.ocpp.messages.Measurand;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.Phase;
import dev.roamlab.ocpp.messages.SampledValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a station's meter values counts for a session.
 *
 * @param registerWh energy delivered so far
 * @param currentA summed over the phases
 */
record Readings(Instant at, BigDecimal registerWh, Optional<BigDecimal> currentA) {
    private static final Set<Phase> LINES = Set.of(Phase.L1, Phase.L2, Phase.L3, Phase.L1_N, Phase.L2_N, Phase.L3_N);

    /** The readings of the register, in the order of time. */
    static List<Readings> of(List<MeterValue> values) {
        return values.stream()
                .flatMap(value -> of(value).stream())
                .sorted(Comparator.comparing(Readings::at))
                .toList();
    }

    private static Optional<Readings> of(MeterValue value) {
        return value.sampledValue().stream()
                .filter(SampledValue::isRegister)
                .map(SampledValue::value)
                .reduce(BigDecimal::max)
                .map(register -> new Readings(
                        value.timestamp().truncatedTo(ChronoUnit.MILLIS), register, current(value.sampledValue())));
    }

    /** One figure without phase is the sum already, or that of the only conductor. */
    private static Optional<BigDecimal> current(List<SampledValue> samples) {
        List<SampledValue> currents = samples.stream()
                .filter(sample ->
                        sample.measurand() == Measurand.CURRENT_IMPORT && sample.location() == Location.OUTLET)
                .toList();
        Optional<BigDecimal> perLine = currents.stream()
                .filter(sample -> sample.phase().filter(LINES::contains).isPresent())
                .map(SampledValue::value)
                .reduce(BigDecimal::add);
        return perLine.or(() -> currents.stream()
                .filter(sample -> sample.phase().isEmpty())
                .map(SampledValue::value)
                .findFirst());
    }
}
