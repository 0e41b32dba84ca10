package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.StationCall;

/** The station asks whether a certificate has been revoked. Spec: OCPP 2.0.1, M06. */
public record GetCertificateStatusRequest(OcspRequestData ocspRequestData)
        implements StationCall<GetCertificateStatusResponse> {
    @Override
    public Class<GetCertificateStatusResponse> responseType() {
        return GetCertificateStatusResponse.class;
    }
}
