package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.CsmsCall;
import java.util.Optional;

/** The CSMS asks which charging profiles a station has. Spec: OCPP 2.0.1, K09. */
public record GetChargingProfilesRequest(
        int requestId, Optional<Integer> evseId, ChargingProfileCriterion chargingProfile)
        implements CsmsCall<GetChargingProfilesResponse> {
    @Override
    public Class<GetChargingProfilesResponse> responseType() {
        return GetChargingProfilesResponse.class;
    }
}
