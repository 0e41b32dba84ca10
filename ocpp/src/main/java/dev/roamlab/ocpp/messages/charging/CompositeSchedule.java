package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.time.Instant;
import java.util.List;

/** What all profiles together come to. */
@OcppRecord
public record CompositeSchedule(
        @NotEmpty List<ChargingSchedulePeriod> chargingSchedulePeriod,
        int evseId,
        int duration,
        Instant scheduleStart,
        ChargingRateUnit chargingRateUnit) {
    /** Lists are copied. */
    public CompositeSchedule {
        chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
    }
}
