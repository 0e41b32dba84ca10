package dev.roamlab.ocpp.messages;

import java.time.Instant;
import java.util.Optional;

/**
 * What the CSMS thinks of a token.
 *
 * @param cacheExpiryDateTime until when the station may remember this
 * @param groupIdToken tokens of one group may stop each other's transactions; OCPP 1.6 calls it the parent
 */
public record IdTokenInfo(
        AuthorizationStatus status, Optional<Instant> cacheExpiryDateTime, Optional<IdToken> groupIdToken) {
    /** A verdict without further detail. */
    public static IdTokenInfo of(AuthorizationStatus status) {
        return new IdTokenInfo(status, Optional.empty(), Optional.empty());
    }
}
