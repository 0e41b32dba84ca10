package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.StationCall;
import java.time.Instant;

/** How a car means to charge (ISO 15118). Spec: OCPP 2.0.1, K15. */
public record NotifyEVChargingScheduleRequest(Instant timeBase, ChargingSchedule chargingSchedule, int evseId)
        implements StationCall<NotifyEVChargingScheduleResponse> {
    @Override
    public Class<NotifyEVChargingScheduleResponse> responseType() {
        return NotifyEVChargingScheduleResponse.class;
    }
}
