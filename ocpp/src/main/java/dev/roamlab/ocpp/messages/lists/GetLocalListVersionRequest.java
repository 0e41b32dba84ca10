package dev.roamlab.ocpp.messages.lists;

import dev.roamlab.ocpp.messages.CsmsCall;

/** The CSMS asks which version of the local list a station has. Spec: OCPP 2.0.1, D02. */
public record GetLocalListVersionRequest() implements CsmsCall<GetLocalListVersionResponse> {
    @Override
    public Class<GetLocalListVersionResponse> responseType() {
        return GetLocalListVersionResponse.class;
    }
}
