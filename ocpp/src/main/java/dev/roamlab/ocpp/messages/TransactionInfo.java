package dev.roamlab.ocpp.messages;

import java.util.Optional;

/**
 * Which transaction an event is about, and how it stands.
 *
 * @param transactionId chosen by the station; what a CSMS sees of a 1.6 station is the number it gave itself
 * @param chargingState absent when the event does not tell
 * @param stoppedReason present when the transaction has ended
 * @param remoteStartId present when the CSMS asked for the transaction
 * @param reservationId present when the transaction uses up a reservation
 */
@OcppRecord
public record TransactionInfo(
        String transactionId,
        Optional<ChargingState> chargingState,
        Optional<StoppedReason> stoppedReason,
        Optional<Integer> remoteStartId,
        Optional<Integer> reservationId) {}
