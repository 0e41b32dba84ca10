package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.StationCall;
import java.util.List;
import java.util.Optional;

/** Somebody other than the CSMS has limited power. Spec: OCPP 2.0.1, K12. */
public record NotifyChargingLimitRequest(
        List<ChargingSchedule> chargingSchedule, Optional<Integer> evseId, ChargingLimit chargingLimit)
        implements StationCall<NotifyChargingLimitResponse> {
    /** Lists are copied. */
    public NotifyChargingLimitRequest {
        chargingSchedule = List.copyOf(chargingSchedule);
    }

    @Override
    public Class<NotifyChargingLimitResponse> responseType() {
        return NotifyChargingLimitResponse.class;
    }
}
