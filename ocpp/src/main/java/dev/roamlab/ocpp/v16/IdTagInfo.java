package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.payload.Max;
import java.time.Instant;
import java.util.Optional;

/** What a CSMS thinks of a token. Spec: OCPP 1.6, IdTagInfo. */
record IdTagInfo(Optional<Instant> expiryDate, @Max(20) Optional<String> parentIdTag, AuthorizationStatus status) {

    static IdTagInfo of(IdTokenInfo info) {
        return new IdTagInfo(
                info.cacheExpiryDateTime(),
                info.groupIdToken().map(IdToken::idToken),
                AuthorizationStatus.of(info.status()));
    }

    IdTokenInfo neutral() {
        return new IdTokenInfo(status.neutral(), expiryDate, parentIdTag.map(IdToken::of));
    }
}
