package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.CsmsCall;
import java.util.Optional;

/** The CSMS asks what all profiles together come to. Spec: OCPP 2.0.1, K08. */
public record GetCompositeScheduleRequest(int duration, Optional<ChargingRateUnit> chargingRateUnit, int evseId)
        implements CsmsCall<GetCompositeScheduleResponse> {
    @Override
    public Class<GetCompositeScheduleResponse> responseType() {
        return GetCompositeScheduleResponse.class;
    }
}
