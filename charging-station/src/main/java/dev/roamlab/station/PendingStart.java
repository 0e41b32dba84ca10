package dev.roamlab.station;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody wants to charge here, and something is still missing: the CSMS's word, the cable, or both.
 *
 * @param group the token's parent, once known
 * @param remoteStartId present when the CSMS asked for it
 * @param profile the charging profile that came with it
 * @param askedAs which Authorize request is out; absent once the token is accepted
 * @param deadline without a cable by then, the start is forgotten
 */
@RecordBuilder
public record PendingStart(
        IdToken idToken,
        Optional<IdToken> group,
        Optional<Integer> remoteStartId,
        Optional<ChargingProfile> profile,
        Optional<Long> askedAs,
        Instant deadline)
        implements PendingStartBuilder.With {
    boolean authorised() {
        return askedAs.isEmpty();
    }
}
