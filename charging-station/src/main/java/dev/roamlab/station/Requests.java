package dev.roamlab.station;

import dev.roamlab.ocpp.messages.CancelReservationRequest;
import dev.roamlab.ocpp.messages.CancelReservationResponse;
import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.ChangeConfigurationRequest;
import dev.roamlab.ocpp.messages.ClearCacheRequest;
import dev.roamlab.ocpp.messages.ClearCacheResponse;
import dev.roamlab.ocpp.messages.ClearCacheStatus;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.GetConfigurationRequest;
import dev.roamlab.ocpp.messages.GetTransactionStatusRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.ReserveNowResponse;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.messages.UnlockConnectorRequest;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileRequest;
import dev.roamlab.ocpp.messages.charging.GetChargingProfilesRequest;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleRequest;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileRequest;
import dev.roamlab.ocpp.messages.tariff.CostUpdatedRequest;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.util.Optional;

/** What the CSMS asks for, and what the station answers. */
final class Requests {
    private Requests() {}

    static void answer(Turn turn, CsmsCall<?> request) {
        turn.answer(transactions(turn, request)
                .or(() -> charging(turn, request))
                .or(() -> connectors(turn, request))
                .or(() -> station(turn, request))
                .or(() -> DeviceRequests.answer(turn, request))
                .orElseThrow(() -> new OcppCallException(
                        RpcErrorCode.NOT_SUPPORTED, request.action() + ": this station does not support it")));
    }

    private static Optional<Response> transactions(Turn turn, CsmsCall<?> request) {
        if (request instanceof RequestStartTransactionRequest start) {
            return Optional.of(RemoteControl.start(turn, start));
        } else if (request instanceof RequestStopTransactionRequest stop) {
            return Optional.of(RemoteControl.stop(turn, stop));
        } else if (request instanceof UnlockConnectorRequest unlock) {
            return Optional.of(RemoteControl.unlock(turn, unlock));
        } else if (request instanceof GetTransactionStatusRequest get) {
            return Optional.of(RemoteControl.transactionStatus(turn.state(), get));
        } else if (request instanceof CostUpdatedRequest cost) {
            return Optional.of(Bills.show(turn, cost));
        }
        return Optional.empty();
    }

    private static Optional<Response> charging(Turn turn, CsmsCall<?> request) {
        if (request instanceof SetChargingProfileRequest set) {
            return Optional.of(SmartCharging.set(turn, set));
        } else if (request instanceof ClearChargingProfileRequest clear) {
            return Optional.of(SmartCharging.clear(turn, clear));
        } else if (request instanceof GetCompositeScheduleRequest get) {
            return Optional.of(Schedules.composite(turn, get));
        } else if (request instanceof GetChargingProfilesRequest get) {
            return Optional.of(Schedules.report(turn, get));
        }
        return Optional.empty();
    }

    private static Optional<Response> connectors(Turn turn, CsmsCall<?> request) {
        if (request instanceof ChangeAvailabilityRequest change) {
            return Optional.of(Availability.change(turn, change));
        } else if (request instanceof ReserveNowRequest reserve) {
            return Optional.of(new ReserveNowResponse(Reservations.reserve(turn, reserve)));
        } else if (request instanceof CancelReservationRequest cancel) {
            return Optional.of(new CancelReservationResponse(Reservations.cancel(turn, cancel.reservationId())));
        }
        return Optional.empty();
    }

    private static Optional<Response> station(Turn turn, CsmsCall<?> request) {
        if (request instanceof GetConfigurationRequest get) {
            return Optional.of(Variables.get(turn, get));
        } else if (request instanceof ChangeConfigurationRequest set) {
            return Optional.of(Variables.set(turn, set));
        } else if (request instanceof TriggerMessageRequest trigger) {
            return Optional.of(RemoteControl.trigger(turn, trigger));
        } else if (request instanceof ClearCacheRequest) {
            return Optional.of(clearCache(turn));
        }
        return Optional.empty();
    }

    private static ClearCacheResponse clearCache(Turn turn) {
        if (!turn.configuration().flag(ConfigurationKey.AUTHORIZATION_CACHE_ENABLED)) {
            return new ClearCacheResponse(ClearCacheStatus.REJECTED);
        }
        turn.become(turn.state().withTokens(TokenCache.EMPTY));
        return new ClearCacheResponse(ClearCacheStatus.ACCEPTED);
    }
}
