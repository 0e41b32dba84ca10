package dev.roamlab.ocpp.messages.firmware;

import dev.roamlab.ocpp.messages.CsmsCall;
import java.util.Optional;

/** The CSMS wants other firmware to be installed. Spec: OCPP 2.0.1, L01; signed: L01, unsigned: L02. */
public record UpdateFirmwareRequest(
        Optional<Integer> retries, Optional<Integer> retryInterval, int requestId, Firmware firmware)
        implements CsmsCall<UpdateFirmwareResponse> {
    @Override
    public Class<UpdateFirmwareResponse> responseType() {
        return UpdateFirmwareResponse.class;
    }
}
