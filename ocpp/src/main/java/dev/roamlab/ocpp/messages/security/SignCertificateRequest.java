package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** The station asks for a certificate. Spec: OCPP 2.0.1, A02 and A03. */
public record SignCertificateRequest(@Max(5500) String csr, Optional<CertificateSigningUse> certificateType)
        implements StationCall<SignCertificateResponse> {
    @Override
    public Class<SignCertificateResponse> responseType() {
        return SignCertificateResponse.class;
    }
}
