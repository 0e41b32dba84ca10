package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventType;
import dev.roamlab.ocpp.messages.TransactionInfo;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.ocpp.payload.AtLeast;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A transaction has started, gone on or ended. Spec: OCPP 2.0.1, TransactionEventRequest. */
record EventForm(
        TransactionEventType eventType,
        List<Reading> meterValue,
        Instant timestamp,
        TriggerReason triggerReason,
        @AtLeast(0) int seqNo,
        Optional<Boolean> offline,
        Optional<Integer> numberOfPhasesUsed,
        Optional<Integer> cableMaxCurrent,
        Optional<Integer> reservationId,
        TransactionInfo transactionInfo,
        Optional<Evse> evse,
        Optional<IdToken> idToken) {

    static EventForm of(TransactionEventRequest event) {
        return new EventForm(
                event.eventType(),
                Reading.of(event.meterValue()),
                event.timestamp(),
                event.triggerReason(),
                event.seqNo(),
                event.offline() ? Optional.of(true) : Optional.empty(), // false where absent
                event.numberOfPhasesUsed(),
                event.cableMaxCurrent(),
                event.reservationId(),
                event.transactionInfo(),
                event.evse().filter(Places::isEvse),
                event.idToken());
    }

    TransactionEventRequest neutral() {
        return new TransactionEventRequest(
                eventType,
                timestamp,
                triggerReason,
                seqNo,
                offline.orElse(false),
                numberOfPhasesUsed,
                cableMaxCurrent,
                reservationId,
                transactionInfo,
                idToken,
                evse.filter(Places::isEvse),
                Reading.neutral(meterValue));
    }
}
