package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.StationCall;
import java.util.Optional;

/** What a car says that it needs (ISO 15118). Spec: OCPP 2.0.1, K15. */
public record NotifyEVChargingNeedsRequest(Optional<Integer> maxScheduleTuples, ChargingNeeds chargingNeeds, int evseId)
        implements StationCall<NotifyEVChargingNeedsResponse> {
    @Override
    public Class<NotifyEVChargingNeedsResponse> responseType() {
        return NotifyEVChargingNeedsResponse.class;
    }
}
