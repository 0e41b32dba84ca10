package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.StationCall;
import java.util.Optional;

/** A limit that somebody other than the CSMS had set is gone. Spec: OCPP 2.0.1, K13. */
public record ClearedChargingLimitRequest(ChargingLimitSource chargingLimitSource, Optional<Integer> evseId)
        implements StationCall<ClearedChargingLimitResponse> {
    @Override
    public Class<ClearedChargingLimitResponse> responseType() {
        return ClearedChargingLimitResponse.class;
    }
}
