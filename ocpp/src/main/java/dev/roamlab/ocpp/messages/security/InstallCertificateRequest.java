package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.payload.Max;

/** The CSMS installs a root certificate. Spec: OCPP 2.0.1, M05. */
public record InstallCertificateRequest(
        InstallCertificateUse certificateType, @Max(5500) String certificate)
        implements CsmsCall<InstallCertificateResponse> {
    @Override
    public Class<InstallCertificateResponse> responseType() {
        return InstallCertificateResponse.class;
    }
}
