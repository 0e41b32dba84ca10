package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.time.Instant;
import java.util.List;

/** What was measured at one moment. Spec: OCPP 1.6, MeterValue. */
record Reading(Instant timestamp, @NotEmpty List<Sample> sampledValue) {

    static Reading of(MeterValue value) {
        return new Reading(
                value.timestamp(), value.sampledValue().stream().map(Sample::of).toList());
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
