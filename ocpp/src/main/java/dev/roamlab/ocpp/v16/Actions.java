package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.UpdateFirmwareRequest;
import dev.roamlab.ocpp.messages.logs.GetLogRequest;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogType;
import dev.roamlab.ocpp.payload.Leaf;
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
    private static final Map<String, Action<?, ?, ?, ?>> BY_NAME = Stream.<Action<?, ?, ?, ?>>of(
                    Authorize.ACTION,
                    BootNotification.ACTION,
                    CancelReservation.ACTION,
                    CertificateSigned.ACTION,
                    ChangeAvailability.ACTION,
                    ChangeConfiguration.ACTION,
                    ClearCache.ACTION,
                    ClearChargingProfile.ACTION,
                    DataTransfer.ACTION,
                    DeleteCertificate.ACTION,
                    DiagnosticsStatusNotification.ACTION,
                    ExtendedTriggerMessage.ACTION,
                    FirmwareStatusNotification.ACTION,
                    GetCompositeSchedule.ACTION,
                    GetConfiguration.ACTION,
                    GetDiagnostics.ACTION,
                    GetInstalledCertificateIds.ACTION,
                    GetLocalListVersion.ACTION,
                    GetLog.ACTION,
                    Heartbeat.ACTION,
                    InstallCertificate.ACTION,
                    LogStatusNotification.ACTION,
                    MeterValues.ACTION,
                    RemoteStartTransaction.ACTION,
                    RemoteStopTransaction.ACTION,
                    ReserveNow.ACTION,
                    Reset.ACTION,
                    SecurityEventNotification.ACTION,
                    SendLocalList.ACTION,
                    SetChargingProfile.ACTION,
                    SignCertificate.ACTION,
                    SignedFirmwareStatusNotification.ACTION,
                    SignedUpdateFirmware.ACTION,
                    StartTransaction.ACTION,
                    StatusNotification.ACTION,
                    StopTransaction.ACTION,
                    TriggerMessage.ACTION,
                    UnlockConnector.ACTION,
                    UpdateFirmware.ACTION)
            .collect(Collectors.toUnmodifiableMap(Action::name, action -> action));
    /** Requests that more than one action carries, or that an action carries beside others. */
    private static final Set<Class<?>> CHOSEN = Set.of(
            StationCall.class,
            TransactionEventRequest.class,
            UpdateFirmwareRequest.class,
            FirmwareStatusNotificationRequest.class,
            GetLogRequest.class,
            LogStatusNotificationRequest.class,
            TriggerMessageRequest.class);

    private static final Map<Class<?>, Action<?, ?, ?, ?>> BY_REQUEST = BY_NAME.values().stream()
            .filter(action -> !CHOSEN.contains(action.request()))
            .collect(Collectors.toUnmodifiableMap(Action::request, action -> action));

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
            throw new OcppCallException(
                    RpcErrorCode.NOT_IMPLEMENTED, "action: '" + Leaf.shortened(name) + "', no such action in OCPP 1.6");
        }
        if (action.from() != from && action.from() != Action.From.BOTH) {
            throw new OcppCallException(RpcErrorCode.NOT_SUPPORTED, "action: '" + name + "', goes the other way");
        }
        return action;
    }

    /**
     * The action that carries a request; empty for news that 1.6 has no message for.
     *
     * @throws OcppCallException when 1.6 cannot ask such a thing at all
     */
    static Optional<Action<?, ?, ?, ?>> carrying(Request<?> request, Side side) {
        if (request instanceof TransactionEventRequest event) {
            return switch (event.eventType()) {
                case STARTED -> Optional.of(StartTransaction.ACTION);
                case UPDATED -> event.meterValue().isEmpty() ? Optional.empty() : Optional.of(MeterValues.ACTION);
                case ENDED -> Optional.of(StopTransaction.ACTION);
            };
        } else if (request instanceof MeterValuesRequest) {
            return Optional.of(MeterValues.ACTION);
        } else if (request instanceof FirmwareStatusNotificationRequest status) {
            return side.firmware().extended()
                    ? Optional.of(SignedFirmwareStatusNotification.ACTION)
                    : Optional.<Action<?, ?, ?, ?>>of(FirmwareStatusNotification.ACTION)
                            .filter(action -> FirmwareStatusNotification.carries(status));
        } else if (request instanceof LogStatusNotificationRequest status) {
            return side.log().extended()
                    ? Optional.<Action<?, ?, ?, ?>>of(LogStatusNotification.ACTION)
                            .filter(action -> LogStatusNotification.carries(status))
                    : Optional.<Action<?, ?, ?, ?>>of(DiagnosticsStatusNotification.ACTION)
                            .filter(action -> DiagnosticsStatusNotification.carries(status));
        }
        return Optional.of(asking(request, side));
    }

    private static Action<?, ?, ?, ?> asking(Request<?> request, Side side) {
        if (request instanceof UpdateFirmwareRequest update) {
            return SignedUpdateFirmware.carries(update) ? SignedUpdateFirmware.ACTION : UpdateFirmware.ACTION;
        } else if (request instanceof GetLogRequest wanted) {
            return wanted.logType() == LogType.SECURITY_LOG ? GetLog.ACTION : GetDiagnostics.ACTION;
        } else if (request instanceof TriggerMessageRequest trigger) {
            return ExtendedTriggerMessage.carries(trigger, side)
                    ? ExtendedTriggerMessage.ACTION
                    : TriggerMessage.ACTION;
        }
        return Optional.<Action<?, ?, ?, ?>>ofNullable(BY_REQUEST.get(request.getClass()))
                .orElseThrow(() -> new OcppCallException(
                        RpcErrorCode.NOT_SUPPORTED, request.action() + ": OCPP 1.6 has no message for it"));
    }
}
