package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.CsmsCall;

/** The CSMS removes a certificate. Spec: OCPP 2.0.1, M04. */
public record DeleteCertificateRequest(CertificateHashData certificateHashData)
        implements CsmsCall<DeleteCertificateResponse> {
    @Override
    public Class<DeleteCertificateResponse> responseType() {
        return DeleteCertificateResponse.class;
    }
}
