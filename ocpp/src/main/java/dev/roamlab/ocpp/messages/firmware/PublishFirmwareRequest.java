package dev.roamlab.ocpp.messages.firmware;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** The CSMS wants a local controller to offer firmware to its stations. Spec: OCPP 2.0.1, L03. */
@OcppRecord
public record PublishFirmwareRequest(
        @Max(512) String location,
        Optional<Integer> retries,
        @Max(32) String checksum,
        int requestId,
        Optional<Integer> retryInterval)
        implements CsmsCall<PublishFirmwareResponse> {
    @Override
    public Class<PublishFirmwareResponse> responseType() {
        return PublishFirmwareResponse.class;
    }
}
