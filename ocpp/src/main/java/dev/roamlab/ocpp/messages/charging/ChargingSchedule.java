package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.AtMost;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Limits over time. */
@OcppRecord
public record ChargingSchedule(
        int id,
        Optional<Instant> startSchedule,
        Optional<Integer> duration,
        ChargingRateUnit chargingRateUnit,
        @NotEmpty @AtMost(1024) List<ChargingSchedulePeriod> chargingSchedulePeriod,
        Optional<BigDecimal> minChargingRate,
        Optional<SalesTariff> salesTariff) {
    /** Lists are copied. */
    public ChargingSchedule {
        chargingSchedulePeriod = List.copyOf(chargingSchedulePeriod);
    }
}
