package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.messages.security.AuthorizeCertificateStatus;
import java.util.Optional;

/**
 * What the CSMS thinks of it.
 *
 * @param certificateStatus present when the request had a certificate
 */
public record AuthorizeResponse(IdTokenInfo idTokenInfo, Optional<AuthorizeCertificateStatus> certificateStatus)
        implements Response {
    /** A verdict on the token alone. */
    public AuthorizeResponse(IdTokenInfo idTokenInfo) {
        this(idTokenInfo, Optional.empty());
    }
}
