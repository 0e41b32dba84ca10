package dev.roamlab.station;

import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionResponse;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetResponse;
import dev.roamlab.ocpp.messages.ResetStatus;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.StoppedReason;
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
        return new RequestStartTransactionResponse(RequestStartStopStatus.ACCEPTED, Optional.empty());
    }

    static RequestStopTransactionResponse stop(Turn turn, RequestStopTransactionRequest request) {
        for (ConnectorState connector : turn.state().connectors()) {
            if (connector
                    .transaction()
                    .filter(running -> running.id().equals(request.transactionId()))
                    .isPresent()) {
                Transactions.end(
                        turn, connector.number(), StoppedReason.REMOTE, TriggerReason.REMOTE_STOP, Optional.empty());
                return new RequestStopTransactionResponse(RequestStartStopStatus.ACCEPTED);
            }
        }
        return new RequestStopTransactionResponse(RequestStartStopStatus.REJECTED);
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
        Transactions.end(
                turn, connector.number(), StoppedReason.UNLOCK_COMMAND, TriggerReason.UNLOCK_COMMAND, Optional.empty());
        boolean jammed = connector.fault().equals(Optional.of(ErrorCode.CONNECTOR_LOCK_FAILURE));
        return new UnlockConnectorResponse(jammed ? UnlockStatus.UNLOCK_FAILED : UnlockStatus.UNLOCKED);
    }

    static ResetResponse reset(Turn turn, ResetRequest request) {
        if (turn.state().restart().isPresent()) {
            return new ResetResponse(ResetStatus.REJECTED);
        }
        boolean graceful = request.type() == ResetType.ON_IDLE;
        Mishaps.restart(
                turn,
                graceful ? StoppedReason.SOFT_RESET : StoppedReason.IMMEDIATE_RESET,
                graceful,
                BootReason.REMOTE_RESET);
        return new ResetResponse(ResetStatus.ACCEPTED);
    }

    static TriggerMessageResponse trigger(Turn turn, TriggerMessageRequest request) {
        if (turn.state().spec().model().quirks().has(Quirk.IGNORES_TRIGGERS)) {
            return new TriggerMessageResponse(TriggerMessageStatus.NOT_IMPLEMENTED);
        }
        List<Integer> meant = meant(turn.state(), request.evse());
        if (meant.isEmpty()) {
            return new TriggerMessageResponse(TriggerMessageStatus.REJECTED);
        }
        boolean known = switch (request.requestedMessage()) {
            case BOOT_NOTIFICATION -> {
                Connecting.boot(turn, BootReason.TRIGGERED);
                yield true;
            }
            case HEARTBEAT -> {
                Connecting.heartbeat(turn);
                yield true;
            }
            case STATUS_NOTIFICATION -> {
                status(turn, request.evse());
                yield true;
            }
            case METER_VALUES -> {
                meant.forEach(number -> meterValues(turn, number));
                yield true;
            }
            case LOG_STATUS_NOTIFICATION,
                    FIRMWARE_STATUS_NOTIFICATION,
                    SIGN_CHARGING_STATION_CERTIFICATE,
                    SIGN_V2G_CERTIFICATE,
                    SIGN_COMBINED_CERTIFICATE,
                    TRANSACTION_EVENT,
                    PUBLISH_FIRMWARE_STATUS_NOTIFICATION -> false;
        };
        return new TriggerMessageResponse(known ? TriggerMessageStatus.ACCEPTED : TriggerMessageStatus.NOT_IMPLEMENTED);
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

    private static void meterValues(Turn turn, int number) {
        ConnectorState connector = turn.connector(number);
        if (connector.transaction().isPresent()) {
            Transactions.sample(turn, number, ReadingContext.TRIGGER, TriggerReason.TRIGGER);
        } else {
            turn.say(new Entry(Messages.meterValues(turn.state(), connector, turn.now()), false, number));
        }
    }
}
