package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ChargingState;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventType;
import dev.roamlab.ocpp.messages.TransactionInfo;
import dev.roamlab.ocpp.messages.TriggerReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a station puts what happens in a transaction. Spec: OCPP 2.0.1, TransactionEvent. */
final class TransactionMessages {
    private TransactionMessages() {}

    static TransactionEventRequest started(
            StationState state, ConnectorState connector, TriggerReason trigger, Instant now) {
        Transaction running = connector.transaction().orElseThrow();
        ChargingState charging = state.idiom().eventful() ? ChargingState.EV_CONNECTED : chargingState(running);
        return event(
                state,
                connector,
                TransactionEventType.STARTED,
                trigger,
                running.seqNo(),
                new TransactionInfo(running.id(), Optional.of(charging), Optional.empty(), running.remoteStartId()),
                running.reservationId(),
                Optional.of(running.idToken()),
                Messages.measured(state, connector, ReadingContext.TRANSACTION_BEGIN, now),
                now);
    }

    /** An update with meter values. */
    static TransactionEventRequest sampled(
            StationState state, ConnectorState connector, ReadingContext context, TriggerReason trigger, Instant now) {
        return updated(state, connector, trigger, Messages.measured(state, connector, context, now), now);
    }

    /** An update without meter values. */
    static TransactionEventRequest news(
            StationState state, ConnectorState connector, TriggerReason trigger, Instant now) {
        return updated(state, connector, trigger, List.of(), now);
    }

    static TransactionEventRequest ended(
            StationState state,
            ConnectorState connector,
            StoppedReason reason,
            TriggerReason trigger,
            Optional<IdToken> by,
            Instant now) {
        Transaction running = connector.transaction().orElseThrow();
        List<MeterValue> values = new ArrayList<>(running.kept());
        values.addAll(Messages.measured(state, connector, ReadingContext.TRANSACTION_END, now));
        boolean connected = connector.plug().isPresent() && reason != StoppedReason.EV_DISCONNECTED;
        ChargingState charging =
                state.idiom().eventful() && connected ? ChargingState.EV_CONNECTED : ChargingState.IDLE;
        return event(
                state,
                connector,
                TransactionEventType.ENDED,
                trigger,
                running.seqNo(),
                new TransactionInfo(
                        running.id(),
                        Optional.of(charging),
                        Optional.of(running.secondsCharged()),
                        Optional.of(reason),
                        Optional.empty()),
                Optional.empty(),
                by,
                values,
                now);
    }

    /** Nobody is served any more, and the transaction goes on. */
    static TransactionEventRequest stopped(
            StationState state, ConnectorState connector, TriggerReason trigger, Optional<IdToken> by, Instant now) {
        Transaction running = connector.transaction().orElseThrow();
        return event(
                state,
                connector,
                TransactionEventType.UPDATED,
                trigger,
                running.seqNo(),
                info(running, ChargingState.EV_CONNECTED),
                Optional.empty(),
                by,
                List.of(),
                now);
    }

    /** News of a transaction in which nobody is served. */
    static TransactionEventRequest opened(
            StationState state,
            ConnectorState connector,
            TransactionEventType type,
            TriggerReason trigger,
            Optional<IdToken> idToken,
            Optional<Integer> remoteStartId,
            Optional<ReadingContext> context,
            Instant now) {
        Opened opened = connector.opened().orElseThrow();
        boolean ended = type == TransactionEventType.ENDED;
        return event(
                state,
                connector,
                type,
                trigger,
                opened.seqNo(),
                new TransactionInfo(
                        opened.id(),
                        Optional.of(connector.plug().isPresent() ? ChargingState.EV_CONNECTED : ChargingState.IDLE),
                        Optional.of(opened.secondsCharged()).filter(seconds -> ended),
                        ended ? opened.stopped() : Optional.empty(),
                        remoteStartId),
                idToken.isPresent() ? connector.reservation().map(Reservation::id) : Optional.empty(),
                idToken,
                context.map(why -> Messages.measured(state, connector, why, now))
                        .orElse(List.of()),
                now);
    }

    private static TransactionEventRequest updated(
            StationState state, ConnectorState connector, TriggerReason trigger, List<MeterValue> values, Instant now) {
        Transaction running = connector.transaction().orElseThrow();
        return event(
                state,
                connector,
                TransactionEventType.UPDATED,
                trigger,
                running.seqNo(),
                info(running, chargingState(running)),
                Optional.empty(),
                Optional.empty(),
                values,
                now);
    }

    private static TransactionInfo info(Transaction running, ChargingState charging) {
        return new TransactionInfo(
                running.id(),
                Optional.of(charging),
                Optional.of(running.secondsCharged()),
                Optional.empty(),
                Optional.empty());
    }

    private static TransactionEventRequest event(
            StationState state,
            ConnectorState connector,
            TransactionEventType type,
            TriggerReason trigger,
            int seqNo,
            TransactionInfo info,
            Optional<Integer> reservationId,
            Optional<IdToken> idToken,
            List<MeterValue> values,
            Instant now) {
        return new TransactionEventRequest(
                type,
                now,
                trigger,
                seqNo,
                !state.uplink().accepted(),
                Optional.empty(),
                Optional.empty(),
                reservationId,
                info,
                idToken,
                Optional.of(state.place(connector.number())),
                values);
    }

    private static ChargingState chargingState(Transaction running) {
        return switch (running.activity()) {
            case CHARGING -> ChargingState.CHARGING;
            case SUSPENDED_EV -> ChargingState.SUSPENDED_EV;
            case SUSPENDED_EVSE -> ChargingState.SUSPENDED_EVSE;
        };
    }
}
