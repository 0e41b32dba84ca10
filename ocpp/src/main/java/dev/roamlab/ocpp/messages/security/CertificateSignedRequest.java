package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** The certificate that the station had asked for. Spec: OCPP 2.0.1, A02 and A03. */
public record CertificateSignedRequest(
        @Max(10000) String certificateChain, Optional<CertificateSigningUse> certificateType)
        implements CsmsCall<CertificateSignedResponse> {
    @Override
    public Class<CertificateSignedResponse> responseType() {
        return CertificateSignedResponse.class;
    }
}
