package dev.roamlab.ocpp.messages;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was measured at one moment. */
public record MeterValue(Instant timestamp, List<SampledValue> sampledValue) {

    /** The figures are copied. */
    public MeterValue {
        sampledValue = List.copyOf(sampledValue);
    }

    /** The last meter reading among these that was taken in this context, in Wh. */
    public static Optional<BigDecimal> registerWh(List<MeterValue> values, ReadingContext context) {
        return values.stream()
                .flatMap(value -> value.sampledValue().stream())
                .filter(sample -> sample.isRegister() && sample.context() == context)
                .map(SampledValue::value)
                .reduce((earlier, later) -> later);
    }
}
