package dev.roamlab.ocpp.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transaction has started, gone on or ended.
 *
 * @param seqNo from 0, counts the events of one transaction
 * @param offline it happened while there was no connection
 * @param numberOfPhasesUsed 1 or 3; 0 for DC
 * @param cableMaxCurrent what the cable can carry, in amperes
 * @param reservationId present when the transaction uses up a reservation
 * @param idToken who started it, or on an ended event who ended it
 * @param meterValue the register at the start has context Transaction.Begin, at the end Transaction.End
 */
@OcppRecord
public record TransactionEventRequest(
        TransactionEventType eventType,
        Instant timestamp,
        TriggerReason triggerReason,
        int seqNo,
        boolean offline,
        Optional<Integer> numberOfPhasesUsed,
        Optional<Integer> cableMaxCurrent,
        Optional<Integer> reservationId,
        TransactionInfo transactionInfo,
        Optional<IdToken> idToken,
        Optional<Evse> evse,
        List<MeterValue> meterValue)
        implements StationCall<TransactionEventResponse> {
    /** The values are copied. */
    public TransactionEventRequest {
        meterValue = List.copyOf(meterValue);
    }

    /** An event that tells nothing of phases, cable and reservation. */
    public TransactionEventRequest(
            TransactionEventType eventType,
            Instant timestamp,
            TriggerReason triggerReason,
            int seqNo,
            boolean offline,
            TransactionInfo transactionInfo,
            Optional<IdToken> idToken,
            Optional<Evse> evse,
            List<MeterValue> meterValue) {
        this(
                eventType,
                timestamp,
                triggerReason,
                seqNo,
                offline,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                transactionInfo,
                idToken,
                evse,
                meterValue);
    }

    @Override
    public Class<TransactionEventResponse> responseType() {
        return TransactionEventResponse.class;
    }
}
