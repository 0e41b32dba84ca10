package dev.roamlab.station;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.MeterValue;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transaction under way.
 *
 * @param id chosen by the station
 * @param startRegisterWh what the connector's meter showed at the start
 * @param seqNo of the last message about it
 * @param refused the CSMS did not accept the token, and the station may not go on delivering energy
 * @param sampleDue when the next meter values are due; absent when the interval is 0
 * @param chargedMillis how long energy has flowed
 * @param intervalFromWh what the meter showed when energy was last told by interval
 * @param quota where it has to end by itself
 * @param graceUntilWh what a token that was refused late may still have, as the meter shows it; 0 for no such thing
 * @param kept values for the last message, where they are wanted there
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
        long chargedMillis,
        long intervalFromWh,
        Optional<Quota> quota,
        long graceUntilWh,
        List<MeterValue> kept,
        Optional<StopAsked> stopAsked)
        implements TransactionBuilder.With {

    public Transaction {
        kept = List.copyOf(kept);
    }

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

    /** Seconds during which energy flowed. */
    int secondsCharged() {
        return (int) (chargedMillis / 1000);
    }
}
