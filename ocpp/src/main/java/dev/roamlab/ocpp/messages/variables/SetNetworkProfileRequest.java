package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.CsmsCall;

/** The CSMS stores how the station may be connected. Spec: OCPP 2.0.1, B09. */
public record SetNetworkProfileRequest(int configurationSlot, NetworkConnectionProfile connectionData)
        implements CsmsCall<SetNetworkProfileResponse> {
    @Override
    public Class<SetNetworkProfileResponse> responseType() {
        return SetNetworkProfileResponse.class;
    }
}
