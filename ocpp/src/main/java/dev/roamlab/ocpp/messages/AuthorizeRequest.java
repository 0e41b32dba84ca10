package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.messages.security.OcspRequestData;
import dev.roamlab.ocpp.payload.AtMost;
import dev.roamlab.ocpp.payload.Max;
import java.util.List;
import java.util.Optional;

/**
 * Somebody presents a token.
 *
 * @param certificate of a contract, as PEM; only where the CSMS is to check it
 * @param iso15118CertificateHashData the certificates of that contract's chain, for a check whether they were revoked
 */
public record AuthorizeRequest(
        IdToken idToken,
        @Max(5500) Optional<String> certificate,
        @AtMost(4) List<OcspRequestData> iso15118CertificateHashData)
        implements StationCall<AuthorizeResponse> {
    /** Lists are copied. */
    public AuthorizeRequest {
        iso15118CertificateHashData = List.copyOf(iso15118CertificateHashData);
    }

    /** A token without a contract certificate. */
    public AuthorizeRequest(IdToken idToken) {
        this(idToken, Optional.empty(), List.of());
    }

    @Override
    public Class<AuthorizeResponse> responseType() {
        return AuthorizeResponse.class;
    }
}
