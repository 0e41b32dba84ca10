package dev.roamlab.ocpp.messages.firmware;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.payload.Max;

/** The CSMS wants firmware to be offered no more. Spec: OCPP 2.0.1, L04. */
public record UnpublishFirmwareRequest(@Max(32) String checksum) implements CsmsCall<UnpublishFirmwareResponse> {
    @Override
    public Class<UnpublishFirmwareResponse> responseType() {
        return UnpublishFirmwareResponse.class;
    }
}
