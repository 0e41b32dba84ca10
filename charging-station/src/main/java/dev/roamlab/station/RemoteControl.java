package dev.roamlab.station;

import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.GetTransactionStatusRequest;
import dev.roamlab.ocpp.messages.GetTransactionStatusResponse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionResponse;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.TriggerMessageResponse;
import dev.roamlab.ocpp.messages.TriggerMessageStatus;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.ocpp.messages.UnlockConnectorRequest;
import dev.roamlab.ocpp.messages.UnlockConnectorResponse;
import dev.roamlab.ocpp.messages.UnlockStatus;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.charging.Refusal;
import dev.roamlab.station.models.Quirk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a CSMS can do to a station from afar. */
final class RemoteControl {
    private RemoteControl() {}

    static RequestStartTransactionResponse start(Turn turn, RequestStartTransactionRequest request) {
        Optional<ConnectorState> free = meant(turn.state(), request.evse()).stream()
                .map(turn::connector)
                .filter(connector -> mayStart(turn, connector, request.idToken()))
                .min(Comparator.comparing(connector -> connector.plug().isEmpty()));
        Optional<Refusal> refusal = SmartCharging.refusal(turn.state(), request.chargingProfile());
        if (refusal.isPresent()) {
            return new RequestStartTransactionResponse(
                    RequestStartStopStatus.REJECTED, Optional.empty(), refusal.map(Refusal::statusInfo));
        } else if (free.isEmpty() || !turn.state().uplink().registered()) {
            return new RequestStartTransactionResponse(RequestStartStopStatus.REJECTED, Optional.empty());
        }
        Authorising.begin(
                turn,
                free.get().number(),
                request.idToken(),
                Optional.of(request.remoteStartId()),
                request.chargingProfile());
        return new RequestStartTransactionResponse(
                RequestStartStopStatus.ACCEPTED, free.get().opened().map(Opened::id));
    }

    static RequestStopTransactionResponse stop(Turn turn, RequestStopTransactionRequest request) {
        if (turn.state().idiom().eventful() && !turn.state().uplink().registered()) {
            return new RequestStopTransactionResponse(RequestStartStopStatus.REJECTED); // B02: not while pending
        }
        for (ConnectorState connector : turn.state().connectors()) {
            if (connector
                    .transaction()
                    .filter(running -> running.id().equals(request.transactionId()))
                    .isPresent()) {
                Transactions.end(
                        turn, connector.number(), StoppedReason.REMOTE, TriggerReason.REMOTE_STOP, Optional.empty());
                return new RequestStopTransactionResponse(RequestStartStopStatus.ACCEPTED);
            } else if (connector
                    .opened()
                    .filter(opened -> opened.id().equals(request.transactionId()))
                    .isPresent()) {
                Authorising.drop(turn, connector.number());
                Openings.close(turn, connector.number(), StoppedReason.REMOTE, TriggerReason.REMOTE_STOP);
                return new RequestStopTransactionResponse(RequestStartStopStatus.ACCEPTED);
            }
        }
        return new RequestStopTransactionResponse(RequestStartStopStatus.REJECTED);
    }

    /** Whether a transaction goes on, and whether something is still to be told of it. Spec: OCPP 2.0.1, E14. */
    static GetTransactionStatusResponse transactionStatus(StationState state, GetTransactionStatusRequest request) {
        Optional<String> meant = request.transactionId();
        boolean waiting = state.outbox().entries().stream()
                .map(Entry::request)
                .filter(TransactionEventRequest.class::isInstance)
                .map(event ->
                        ((TransactionEventRequest) event).transactionInfo().transactionId())
                .anyMatch(id -> meant.isEmpty() || meant.get().equals(id));
        Optional<Boolean> ongoing = meant.map(id -> state.connectors().stream()
                .anyMatch(connector -> connector.transactionId().equals(meant)));
        return new GetTransactionStatusResponse(ongoing, waiting);
    }

    static UnlockConnectorResponse unlock(Turn turn, UnlockConnectorRequest request) {
        List<Integer> meant = turn.state().numbers(Evse.of(request.evseId(), request.connectorId()));
        if (meant.size() != 1 || request.evseId() == 0) {
            return new UnlockConnectorResponse(UnlockStatus.UNKNOWN_CONNECTOR);
        }
        ConnectorState connector = turn.connector(meant.get(0));
        if (!connector.model().locks()) {
            return new UnlockConnectorResponse(UnlockStatus.NOT_SUPPORTED);
        }
        if (turn.state().idiom() != Idiom.V1_6 && connector.transaction().isPresent()) {
            return new UnlockConnectorResponse(UnlockStatus.ONGOING_AUTHORIZED_TRANSACTION);
        }
        Transactions.end(
                turn, connector.number(), StoppedReason.UNLOCK_COMMAND, TriggerReason.UNLOCK_COMMAND, Optional.empty());
        boolean jammed = connector.fault().equals(Optional.of(ErrorCode.CONNECTOR_LOCK_FAILURE));
        return new UnlockConnectorResponse(jammed ? UnlockStatus.UNLOCK_FAILED : UnlockStatus.UNLOCKED);
    }

    static TriggerMessageResponse trigger(Turn turn, TriggerMessageRequest request) {
        if (turn.state().spec().model().quirks().has(Quirk.IGNORES_TRIGGERS)) {
            return new TriggerMessageResponse(TriggerMessageStatus.NOT_IMPLEMENTED);
        }
        List<Integer> meant = meant(turn.state(), request.evse());
        if (meant.isEmpty()) {
            return new TriggerMessageResponse(TriggerMessageStatus.REJECTED);
        }
        TriggerMessageStatus status = switch (request.requestedMessage()) {
            case BOOT_NOTIFICATION -> {
                Connecting.boot(turn, BootReason.TRIGGERED);
                yield TriggerMessageStatus.ACCEPTED;
            }
            case HEARTBEAT -> {
                Connecting.heartbeat(turn);
                yield TriggerMessageStatus.ACCEPTED;
            }
            case STATUS_NOTIFICATION -> {
                status(turn, request.evse());
                yield TriggerMessageStatus.ACCEPTED;
            }
            case METER_VALUES -> {
                meant.forEach(number -> meterValues(turn, number));
                yield TriggerMessageStatus.ACCEPTED;
            }
            case LOG_STATUS_NOTIFICATION -> {
                LogUploads.tellAgain(turn);
                yield TriggerMessageStatus.ACCEPTED;
            }
            case FIRMWARE_STATUS_NOTIFICATION -> {
                FirmwareUpdates.tellAgain(turn);
                yield TriggerMessageStatus.ACCEPTED;
            }
            case TRANSACTION_EVENT -> transactionEvents(turn, meant);
            case SIGN_CHARGING_STATION_CERTIFICATE -> {
                Securing.ask(turn);
                yield TriggerMessageStatus.ACCEPTED;
            }
            case SIGN_V2G_CERTIFICATE, SIGN_COMBINED_CERTIFICATE, PUBLISH_FIRMWARE_STATUS_NOTIFICATION ->
                TriggerMessageStatus.NOT_IMPLEMENTED;
        };
        return new TriggerMessageResponse(status);
    }

    /** Without a place, or for the station as a whole, every connector is meant. */
    private static List<Integer> meant(StationState state, Optional<Evse> evse) {
        return evse.filter(place -> place.id() != 0)
                .map(state::numbers)
                .orElseGet(() -> IntStream.rangeClosed(1, state.connectors().size())
                        .boxed()
                        .toList());
    }

    private static boolean mayStart(Turn turn, ConnectorState connector, IdToken token) {
        Optional<IdToken> group = Authorising.known(turn, token).flatMap(IdTokenInfo::groupIdToken);
        boolean reservedForAnother = connector
                .reservation()
                .filter(reservation -> !reservation.admits(token, group))
                .isPresent();
        return Transactions.open(turn.state(), connector) && !reservedForAnother;
    }

    private static void status(Turn turn, Optional<Evse> evse) {
        if (evse.filter(place -> place.id() != 0).isEmpty()) {
            Statuses.say(turn, 0);
        }
        if (evse.filter(place -> place.id() == 0).isEmpty()) {
            meant(turn.state(), evse).forEach(number -> Statuses.say(turn, number));
        }
    }

    private static TriggerMessageStatus transactionEvents(Turn turn, List<Integer> meant) {
        List<Integer> charging = meant.stream()
                .filter(number -> turn.connector(number).transaction().isPresent())
                .toList();
        charging.forEach(number -> Transactions.sample(turn, number, ReadingContext.TRIGGER, TriggerReason.TRIGGER));
        return charging.isEmpty() ? TriggerMessageStatus.REJECTED : TriggerMessageStatus.ACCEPTED;
    }

    private static void meterValues(Turn turn, int number) {
        ConnectorState connector = turn.connector(number);
        // 1.6 tells a transaction's values with its id; 2.0.1 has events of the transaction for that.
        if (connector.transaction().isPresent() && turn.state().idiom() == Idiom.V1_6) {
            Transactions.sample(turn, number, ReadingContext.TRIGGER, TriggerReason.TRIGGER);
        } else {
            Messages.meterValues(turn.state(), connector, ReadingContext.TRIGGER, turn.now())
                    .ifPresent(values -> turn.say(new Entry(values, false, number)));
        }
    }
}
