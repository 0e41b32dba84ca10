package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.time.Instant;
import java.util.List;

/** What was measured at one moment. Spec: OCPP 2.0.1, MeterValueType. */
record Reading(@NotEmpty List<Sample> sampledValue, Instant timestamp) {
    /** These moments, as far as there is anything to be said of them. */
    static List<Reading> of(List<MeterValue> values) {
        return values.stream()
                .map(value -> new Reading(
                        value.sampledValue().stream()
                                .flatMap(sample -> Sample.of(sample).stream())
                                .toList(),
                        value.timestamp()))
                .filter(reading -> !reading.sampledValue().isEmpty())
                .toList();
    }

    /** These moments, without those of which no figure is left. */
    static List<MeterValue> neutral(List<Reading> readings) {
        return readings.stream()
                .map(reading -> new MeterValue(
                        reading.timestamp(),
                        reading.sampledValue().stream()
                                .flatMap(sample -> sample.neutral().stream())
                                .toList()))
                .filter(value -> !value.sampledValue().isEmpty())
                .toList();
    }
}
