package dev.roamlab.station;

import dev.roamlab.ocpp.messages.IdToken;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * A transaction under way.
 *
 * @param id chosen by the station
 * @param startRegisterWh what the connector's meter showed at the start
 * @param seqNo of the last message about it
 * @param refused the CSMS did not accept the token, and the station may not go on delivering energy
 * @param sampleDue when the next meter values are due; absent when the interval is 0
 * @param stopAsked another token wants to stop it, and the CSMS has been asked about that token
 */
@RecordBuilder
public record Transaction(
        String id,
        IdToken idToken,
        Optional<IdToken> group,
        Optional<Integer> remoteStartId,
        Optional<Integer> reservationId,
        Instant startedAt,
        long startRegisterWh,
        int seqNo,
        Activity activity,
        boolean refused,
        Optional<Instant> sampleDue,
        Optional<StopAsked> stopAsked)
        implements TransactionBuilder.With {

    /** An Authorize request is out for a token that may or may not stop this transaction. */
    public record StopAsked(long ref, IdToken idToken) {}

    /** What happens in it. */
    public enum Activity {
        /** Power flows. */
        CHARGING,
        /** The car takes nothing: full, paused, or unplugged where that does not end the transaction. */
        SUSPENDED_EV,
        /** The station offers nothing. */
        SUSPENDED_EVSE
    }
}
