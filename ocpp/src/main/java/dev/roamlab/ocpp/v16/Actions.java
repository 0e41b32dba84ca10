package dev.roamlab.ocpp.v16;

import static dev.roamlab.ocpp.v16.Action.From.BOTH;
import static dev.roamlab.ocpp.v16.Action.From.CSMS;
import static dev.roamlab.ocpp.v16.Action.From.STATION;

import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.AuthorizeResponse;
import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.CancelReservationRequest;
import dev.roamlab.ocpp.messages.CancelReservationResponse;
import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.ChangeAvailabilityResponse;
import dev.roamlab.ocpp.messages.ClearCacheRequest;
import dev.roamlab.ocpp.messages.ClearCacheResponse;
import dev.roamlab.ocpp.messages.DataTransferRequest;
import dev.roamlab.ocpp.messages.DataTransferResponse;
import dev.roamlab.ocpp.messages.GetVariablesRequest;
import dev.roamlab.ocpp.messages.GetVariablesResponse;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionResponse;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.ReserveNowResponse;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetResponse;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.SetVariablesRequest;
import dev.roamlab.ocpp.messages.SetVariablesResponse;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.TriggerMessageResponse;
import dev.roamlab.ocpp.messages.UnlockConnectorRequest;
import dev.roamlab.ocpp.messages.UnlockConnectorResponse;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The actions of 1.6 that are spoken here, one line each. */
final class Actions {
    static final Action<?, ?, ?, ?> AUTHORIZE = Action.of(
            "Authorize",
            STATION,
            AuthorizeRequest.class,
            AuthorizeResponse.class,
            Authorize.Req.class,
            Authorize.Conf.class,
            Authorize::req,
            Authorize::neutral,
            Authorize::conf,
            Authorize::neutral);
    static final Action<?, ?, ?, ?> BOOT_NOTIFICATION = Action.of(
            "BootNotification",
            STATION,
            BootNotificationRequest.class,
            BootNotificationResponse.class,
            BootNotification.Req.class,
            BootNotification.Conf.class,
            BootNotification::req,
            BootNotification::neutral,
            BootNotification::conf,
            BootNotification::neutral);
    static final Action<?, ?, ?, ?> DATA_TRANSFER = Action.of(
            "DataTransfer",
            BOTH,
            DataTransferRequest.class,
            DataTransferResponse.class,
            DataTransfer.Req.class,
            DataTransfer.Conf.class,
            DataTransfer::req,
            DataTransfer::neutral,
            DataTransfer::conf,
            DataTransfer::neutral);
    static final Action<?, ?, ?, ?> HEARTBEAT = Action.of(
            "Heartbeat",
            STATION,
            HeartbeatRequest.class,
            HeartbeatResponse.class,
            Heartbeat.Req.class,
            Heartbeat.Conf.class,
            Heartbeat::req,
            Heartbeat::neutral,
            Heartbeat::conf,
            Heartbeat::neutral);
    static final Action<?, ?, ?, ?> METER_VALUES = new Action<>(
            "MeterValues",
            STATION,
            StationCall.class,
            Response.class,
            MeterValues.Req.class,
            MeterValues.Conf.class,
            MeterValues::req,
            MeterValues::neutral,
            (asked, answer) -> new MeterValues.Conf(),
            (conf, asked, side) -> MeterValues.neutral(asked));
    static final Action<?, ?, ?, ?> START_TRANSACTION = new Action<>(
            "StartTransaction",
            STATION,
            TransactionEventRequest.class,
            TransactionEventResponse.class,
            StartTransaction.Req.class,
            StartTransaction.Conf.class,
            StartTransaction::req,
            StartTransaction::neutral,
            StartTransaction::conf,
            StartTransaction::neutral);
    static final Action<?, ?, ?, ?> STATUS_NOTIFICATION = Action.of(
            "StatusNotification",
            STATION,
            StatusNotificationRequest.class,
            StatusNotificationResponse.class,
            StatusNotification.Req.class,
            StatusNotification.Conf.class,
            StatusNotification::req,
            StatusNotification::neutral,
            StatusNotification::conf,
            StatusNotification::neutral);
    static final Action<?, ?, ?, ?> STOP_TRANSACTION = new Action<>(
            "StopTransaction",
            STATION,
            TransactionEventRequest.class,
            TransactionEventResponse.class,
            StopTransaction.Req.class,
            StopTransaction.Conf.class,
            StopTransaction::req,
            StopTransaction::neutral,
            (asked, answer) -> StopTransaction.conf(answer),
            StopTransaction::neutral);
    static final Action<?, ?, ?, ?> CANCEL_RESERVATION = Action.of(
            "CancelReservation",
            CSMS,
            CancelReservationRequest.class,
            CancelReservationResponse.class,
            CancelReservation.Req.class,
            CancelReservation.Conf.class,
            CancelReservation::req,
            CancelReservation::neutral,
            CancelReservation::conf,
            CancelReservation::neutral);
    static final Action<?, ?, ?, ?> CHANGE_AVAILABILITY = Action.of(
            "ChangeAvailability",
            CSMS,
            ChangeAvailabilityRequest.class,
            ChangeAvailabilityResponse.class,
            ChangeAvailability.Req.class,
            ChangeAvailability.Conf.class,
            ChangeAvailability::req,
            ChangeAvailability::neutral,
            ChangeAvailability::conf,
            ChangeAvailability::neutral);
    static final Action<?, ?, ?, ?> CHANGE_CONFIGURATION = Action.of(
            "ChangeConfiguration",
            CSMS,
            SetVariablesRequest.class,
            SetVariablesResponse.class,
            ChangeConfiguration.Req.class,
            ChangeConfiguration.Conf.class,
            ChangeConfiguration::req,
            ChangeConfiguration::neutral,
            ChangeConfiguration::conf,
            ChangeConfiguration::neutral);
    static final Action<?, ?, ?, ?> CLEAR_CACHE = Action.of(
            "ClearCache",
            CSMS,
            ClearCacheRequest.class,
            ClearCacheResponse.class,
            ClearCache.Req.class,
            ClearCache.Conf.class,
            ClearCache::req,
            ClearCache::neutral,
            ClearCache::conf,
            ClearCache::neutral);
    static final Action<?, ?, ?, ?> GET_CONFIGURATION = Action.of(
            "GetConfiguration",
            CSMS,
            GetVariablesRequest.class,
            GetVariablesResponse.class,
            GetConfiguration.Req.class,
            GetConfiguration.Conf.class,
            GetConfiguration::req,
            GetConfiguration::neutral,
            GetConfiguration::conf,
            GetConfiguration::neutral);
    static final Action<?, ?, ?, ?> REMOTE_START_TRANSACTION = new Action<>(
            "RemoteStartTransaction",
            CSMS,
            RequestStartTransactionRequest.class,
            RequestStartTransactionResponse.class,
            RemoteStartTransaction.Req.class,
            RemoteStartTransaction.Conf.class,
            RemoteStartTransaction::req,
            RemoteStartTransaction::neutral,
            (asked, answer) -> RemoteStartTransaction.conf(answer),
            RemoteStartTransaction::neutral);
    static final Action<?, ?, ?, ?> REMOTE_STOP_TRANSACTION = Action.of(
            "RemoteStopTransaction",
            CSMS,
            RequestStopTransactionRequest.class,
            RequestStopTransactionResponse.class,
            RemoteStopTransaction.Req.class,
            RemoteStopTransaction.Conf.class,
            RemoteStopTransaction::req,
            RemoteStopTransaction::neutral,
            RemoteStopTransaction::conf,
            RemoteStopTransaction::neutral);
    static final Action<?, ?, ?, ?> RESERVE_NOW = Action.of(
            "ReserveNow",
            CSMS,
            ReserveNowRequest.class,
            ReserveNowResponse.class,
            ReserveNow.Req.class,
            ReserveNow.Conf.class,
            ReserveNow::req,
            ReserveNow::neutral,
            ReserveNow::conf,
            ReserveNow::neutral);
    static final Action<?, ?, ?, ?> RESET = Action.of(
            "Reset",
            CSMS,
            ResetRequest.class,
            ResetResponse.class,
            Reset.Req.class,
            Reset.Conf.class,
            Reset::req,
            Reset::neutral,
            Reset::conf,
            Reset::neutral);
    static final Action<?, ?, ?, ?> TRIGGER_MESSAGE = Action.of(
            "TriggerMessage",
            CSMS,
            TriggerMessageRequest.class,
            TriggerMessageResponse.class,
            TriggerMessage.Req.class,
            TriggerMessage.Conf.class,
            TriggerMessage::req,
            TriggerMessage::neutral,
            TriggerMessage::conf,
            TriggerMessage::neutral);
    static final Action<?, ?, ?, ?> UNLOCK_CONNECTOR = Action.of(
            "UnlockConnector",
            CSMS,
            UnlockConnectorRequest.class,
            UnlockConnectorResponse.class,
            UnlockConnector.Req.class,
            UnlockConnector.Conf.class,
            UnlockConnector::req,
            UnlockConnector::neutral,
            UnlockConnector::conf,
            UnlockConnector::neutral);

    private static final Map<String, Action<?, ?, ?, ?>> BY_NAME = Stream.<Action<?, ?, ?, ?>>of(
                    AUTHORIZE,
                    BOOT_NOTIFICATION,
                    DATA_TRANSFER,
                    HEARTBEAT,
                    METER_VALUES,
                    START_TRANSACTION,
                    STATUS_NOTIFICATION,
                    STOP_TRANSACTION,
                    CANCEL_RESERVATION,
                    CHANGE_AVAILABILITY,
                    CHANGE_CONFIGURATION,
                    CLEAR_CACHE,
                    GET_CONFIGURATION,
                    REMOTE_START_TRANSACTION,
                    REMOTE_STOP_TRANSACTION,
                    RESERVE_NOW,
                    RESET,
                    TRIGGER_MESSAGE,
                    UNLOCK_CONNECTOR)
            .collect(Collectors.toUnmodifiableMap(Action::name, action -> action));
    private static final Map<Class<?>, Action<?, ?, ?, ?>> BY_REQUEST = BY_NAME.values().stream()
            .filter(action ->
                    action.request() != StationCall.class && action.request() != TransactionEventRequest.class)
            .collect(Collectors.toUnmodifiableMap(Action::request, action -> action));
    /** What 1.6 has besides, in profiles that are not spoken here. */
    private static final Set<String> OTHERS = Set.of(
            "ClearChargingProfile",
            "DiagnosticsStatusNotification",
            "FirmwareStatusNotification",
            "GetCompositeSchedule",
            "GetDiagnostics",
            "GetLocalListVersion",
            "SendLocalList",
            "SetChargingProfile",
            "UpdateFirmware");

    private Actions() {}

    /** All actions. */
    static Collection<Action<?, ?, ?, ?>> all() {
        return BY_NAME.values();
    }

    /**
     * The action that the other side asks for.
     *
     * @throws OcppCallException when 1.6 has no such action, or it is not ours to answer
     */
    static Action<?, ?, ?, ?> asked(String name, Action.From from) {
        Action<?, ?, ?, ?> action = BY_NAME.get(name);
        if (action == null) {
            throw OTHERS.contains(name)
                    ? new OcppCallException(
                            RpcErrorCode.NOT_SUPPORTED, "action: '" + name + "', its profile is not supported")
                    : new OcppCallException(
                            RpcErrorCode.NOT_IMPLEMENTED,
                            "action: '" + Leaf.shortened(name) + "', no such action in OCPP 1.6");
        }
        if (action.from() != from && action.from() != Action.From.BOTH) {
            throw new OcppCallException(RpcErrorCode.NOT_SUPPORTED, "action: '" + name + "', goes the other way");
        }
        return action;
    }

    /** The action that carries a request; empty for the news of a transaction that 1.6 has no message for. */
    static Optional<Action<?, ?, ?, ?>> carrying(Request<?> request) {
        if (request instanceof TransactionEventRequest event) {
            return switch (event.eventType()) {
                case STARTED -> Optional.of(START_TRANSACTION);
                case UPDATED -> event.meterValue().isEmpty() ? Optional.empty() : Optional.of(METER_VALUES);
                case ENDED -> Optional.of(STOP_TRANSACTION);
            };
        }
        return request instanceof MeterValuesRequest
                ? Optional.of(METER_VALUES)
                : Optional.of(Optional.<Action<?, ?, ?, ?>>ofNullable(BY_REQUEST.get(request.getClass()))
                        .orElseThrow());
    }
}
