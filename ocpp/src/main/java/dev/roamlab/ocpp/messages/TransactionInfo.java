package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/**
 * Which transaction an event is about, and how it stands.
 *
 * @param transactionId chosen by the station; what a CSMS sees of a 1.6 station is the number it gave itself
 * @param chargingState absent when the event does not tell
 * @param timeSpentCharging seconds during which energy flowed
 * @param stoppedReason present when the transaction has ended
 * @param remoteStartId present when the CSMS asked for the transaction
 */
@OcppRecord
public record TransactionInfo(
        @Max(36) String transactionId,
        Optional<ChargingState> chargingState,
        Optional<Integer> timeSpentCharging,
        Optional<StoppedReason> stoppedReason,
        Optional<Integer> remoteStartId) {
    /** A transaction of which nobody measured how long energy flowed. */
    public TransactionInfo(
            String transactionId,
            Optional<ChargingState> chargingState,
            Optional<StoppedReason> stoppedReason,
            Optional<Integer> remoteStartId) {
        this(transactionId, chargingState, Optional.empty(), stoppedReason, remoteStartId);
    }
}
