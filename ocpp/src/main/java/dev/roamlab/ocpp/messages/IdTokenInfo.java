package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Max;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the CSMS thinks of a token.
 *
 * @param cacheExpiryDateTime until when the station may remember this
 * @param chargingPriority from -9 (low) to 9 (high); 0 where absent
 * @param language1 in which the driver likes to be addressed, such as {@code en}
 * @param evseId the EVSEs at which the token may charge; none: all of them
 * @param groupIdToken tokens of one group may stop each other's transactions; OCPP 1.6 calls it the parent
 * @param language2 the driver's second choice
 * @param personalMessage to be shown to the driver
 */
@OcppRecord
public record IdTokenInfo(
        AuthorizationStatus status,
        Optional<Instant> cacheExpiryDateTime,
        Optional<Integer> chargingPriority,
        @Max(8) Optional<String> language1,
        List<Integer> evseId,
        Optional<IdToken> groupIdToken,
        @Max(8) Optional<String> language2,
        Optional<MessageContent> personalMessage) {
    /** Lists are copied. */
    public IdTokenInfo {
        evseId = List.copyOf(evseId);
    }

    /** A verdict as OCPP 1.6 knows it. */
    public IdTokenInfo(
            AuthorizationStatus status, Optional<Instant> cacheExpiryDateTime, Optional<IdToken> groupIdToken) {
        this(
                status,
                cacheExpiryDateTime,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                groupIdToken,
                Optional.empty(),
                Optional.empty());
    }

    /** A verdict without further detail. */
    public static IdTokenInfo of(AuthorizationStatus status) {
        return new IdTokenInfo(status, Optional.empty(), Optional.empty());
    }
}
