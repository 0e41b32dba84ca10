package dev.roamlab.station;

import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.ChargingState;
import dev.roamlab.ocpp.messages.ChargingStationInfo;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventType;
import dev.roamlab.ocpp.messages.TransactionInfo;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.station.models.StationSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a station puts what it has to say. */
final class Messages {
    private Messages() {}

    static BootNotificationRequest boot(StationState state, BootReason reason) {
        StationSpec spec = state.spec();
        return new BootNotificationRequest(
                reason,
                new ChargingStationInfo(
                        spec.model().model(),
                        spec.model().vendor(),
                        Optional.of(spec.serialNumber()),
                        state.device()
                                .installed()
                                .or(() -> Optional.of(spec.model().firmware())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The status of a connector, or of the station as a whole (0). */
    static StatusNotificationRequest status(StationState state, int number, Status status, Instant now) {
        Evse place = number == 0 ? Evse.of(0, 0) : state.place(number);
        return new StatusNotificationRequest(
                now,
                status.status(),
                place.id(),
                place.connectorId().orElse(0),
                status.errorCode(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static TransactionEventRequest started(
            StationState state, ConnectorState connector, TriggerReason trigger, Instant now) {
        Transaction running = connector.transaction().orElseThrow();
        return event(
                state,
                connector,
                TransactionEventType.STARTED,
                trigger,
                new TransactionInfo(
                        running.id(), Optional.of(chargingState(running)), Optional.empty(), running.remoteStartId()),
                running.reservationId(),
                Optional.of(running.idToken()),
                Optional.of(ReadingContext.TRANSACTION_BEGIN),
                now);
    }

    static TransactionEventRequest sampled(
            StationState state, ConnectorState connector, ReadingContext context, TriggerReason trigger, Instant now) {
        return updated(state, connector, trigger, Optional.of(context), now);
    }

    /** An update without meter values. */
    static TransactionEventRequest news(
            StationState state, ConnectorState connector, TriggerReason trigger, Instant now) {
        return updated(state, connector, trigger, Optional.empty(), now);
    }

    static TransactionEventRequest ended(
            StationState state,
            ConnectorState connector,
            StoppedReason reason,
            TriggerReason trigger,
            Optional<IdToken> by,
            Instant now) {
        Transaction running = connector.transaction().orElseThrow();
        return event(
                state,
                connector,
                TransactionEventType.ENDED,
                trigger,
                new TransactionInfo(
                        running.id(), Optional.of(ChargingState.IDLE), Optional.of(reason), Optional.empty()),
                Optional.empty(),
                by,
                Optional.of(ReadingContext.TRANSACTION_END),
                now);
    }

    /** Meter values outside of a transaction. */
    static MeterValuesRequest meterValues(StationState state, ConnectorState connector, Instant now) {
        return new MeterValuesRequest(
                state.place(connector.number()), List.of(Samples.of(state, connector, ReadingContext.TRIGGER, now)));
    }

    private static TransactionEventRequest updated(
            StationState state,
            ConnectorState connector,
            TriggerReason trigger,
            Optional<ReadingContext> context,
            Instant now) {
        Transaction running = connector.transaction().orElseThrow();
        return event(
                state,
                connector,
                TransactionEventType.UPDATED,
                trigger,
                new TransactionInfo(
                        running.id(), Optional.of(chargingState(running)), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                context,
                now);
    }

    private static TransactionEventRequest event(
            StationState state,
            ConnectorState connector,
            TransactionEventType type,
            TriggerReason trigger,
            TransactionInfo info,
            Optional<Integer> reservationId,
            Optional<IdToken> idToken,
            Optional<ReadingContext> measured,
            Instant now) {
        return new TransactionEventRequest(
                type,
                now,
                trigger,
                connector.transaction().orElseThrow().seqNo(),
                !state.uplink().accepted(),
                Optional.empty(),
                Optional.empty(),
                reservationId,
                info,
                idToken,
                Optional.of(state.place(connector.number())),
                measured.map(context -> Samples.of(state, connector, context, now)).stream()
                        .toList());
    }

    private static ChargingState chargingState(Transaction running) {
        return switch (running.activity()) {
            case CHARGING -> ChargingState.CHARGING;
            case SUSPENDED_EV -> ChargingState.SUSPENDED_EV;
            case SUSPENDED_EVSE -> ChargingState.SUSPENDED_EVSE;
        };
    }
}
