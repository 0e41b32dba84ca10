package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.CsmsCall;
import java.util.Optional;

/** The CSMS removes charging profiles, by id or by description. Spec: OCPP 2.0.1, K10. */
public record ClearChargingProfileRequest(
        Optional<Integer> chargingProfileId, Optional<ClearChargingProfileCriteria> chargingProfileCriteria)
        implements CsmsCall<ClearChargingProfileResponse> {
    @Override
    public Class<ClearChargingProfileResponse> responseType() {
        return ClearChargingProfileResponse.class;
    }
}
