package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.CsmsCall;

/** The CSMS limits power over time. Spec: OCPP 2.0.1, K01. */
public record SetChargingProfileRequest(int evseId, ChargingProfile chargingProfile)
        implements CsmsCall<SetChargingProfileResponse> {
    @Override
    public Class<SetChargingProfileResponse> responseType() {
        return SetChargingProfileResponse.class;
    }
}
