package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.Request;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
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
                    ChangeAvailability.ACTION,
                    ChangeConfiguration.ACTION,
                    ClearCache.ACTION,
                    DataTransfer.ACTION,
                    GetConfiguration.ACTION,
                    Heartbeat.ACTION,
                    MeterValues.ACTION,
                    RemoteStartTransaction.ACTION,
                    RemoteStopTransaction.ACTION,
                    ReserveNow.ACTION,
                    Reset.ACTION,
                    StartTransaction.ACTION,
                    StatusNotification.ACTION,
                    StopTransaction.ACTION,
                    TriggerMessage.ACTION,
                    UnlockConnector.ACTION)
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
                case STARTED -> Optional.of(StartTransaction.ACTION);
                case UPDATED -> event.meterValue().isEmpty() ? Optional.empty() : Optional.of(MeterValues.ACTION);
                case ENDED -> Optional.of(StopTransaction.ACTION);
            };
        }
        return request instanceof MeterValuesRequest
                ? Optional.of(MeterValues.ACTION)
                : Optional.of(Optional.<Action<?, ?, ?, ?>>ofNullable(BY_REQUEST.get(request.getClass()))
                        .orElseThrow());
    }
}
