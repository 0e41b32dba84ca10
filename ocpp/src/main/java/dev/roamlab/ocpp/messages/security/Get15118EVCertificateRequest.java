package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.payload.Wire;

/** A car wants its contract certificate, through station and CSMS (ISO 15118). Spec: OCPP 2.0.1, M01 and M02. */
public record Get15118EVCertificateRequest(
        @Max(50) String iso15118SchemaVersion,
        @Wire("action") CertificateAction certificateAction,
        @Max(5600) String exiRequest)
        implements StationCall<Get15118EVCertificateResponse> {
    @Override
    public Class<Get15118EVCertificateResponse> responseType() {
        return Get15118EVCertificateResponse.class;
    }
}
