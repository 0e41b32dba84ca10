package dev.roamlab.station;

import dev.roamlab.ocpp.messages.IdToken;
import java.time.Instant;
import java.util.Optional;

/** A connector kept free for one token, or for others with the same parent. */
public record Reservation(int id, IdToken idToken, Optional<IdToken> group, Instant expires) {
    /** Whether this token may use what is reserved. */
    boolean admits(IdToken token, Optional<IdToken> groupOfToken) {
        return idToken.equals(token) || (group.isPresent() && group.equals(groupOfToken));
    }
}
