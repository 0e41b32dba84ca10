package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.security.CertificateHashData;
import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** The CSMS wants to know what the station holds about a customer, or wants it forgotten. Spec: OCPP 2.0.1, N09 and N10. */
@OcppRecord
public record CustomerInformationRequest(
        Optional<CertificateHashData> customerCertificate,
        Optional<IdToken> idToken,
        int requestId,
        boolean report,
        boolean clear,
        @Max(64) Optional<String> customerIdentifier)
        implements CsmsCall<CustomerInformationResponse> {
    @Override
    public Class<CustomerInformationResponse> responseType() {
        return CustomerInformationResponse.class;
    }
}
