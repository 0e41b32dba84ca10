package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;
import java.util.Optional;

/** A connector has changed. Spec: OCPP 1.6, StatusNotification. */
final class StatusNotification {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "StatusNotification",
            From.STATION,
            StatusNotificationRequest.class,
            StatusNotificationResponse.class,
            StatusNotification.Req.class,
            StatusNotification.Conf.class,
            StatusNotification::req,
            StatusNotification::neutral,
            StatusNotification::conf,
            StatusNotification::neutral);

    private StatusNotification() {}

    record Req(
            @AtLeast(0) int connectorId,
            ChargePointErrorCode errorCode,
            @Max(50) Optional<String> info,
            ChargePointStatus status,
            Optional<Instant> timestamp,
            @Max(255) Optional<String> vendorId,
            @Max(50) Optional<String> vendorErrorCode) {}

    record Conf() {}

    static Req req(StatusNotificationRequest request, Side side) {
        return new Req(
                request.evseId() == 0 ? 0 : side.number(Evse.of(request.evseId(), request.connectorId())),
                ChargePointErrorCode.of(request.errorCode()),
                request.info(),
                ChargePointStatus.of(request.connectorStatus()),
                Optional.of(request.timestamp()),
                request.vendorId(),
                request.vendorErrorCode());
    }

    static StatusNotificationRequest neutral(Req req, Side side) {
        Evse evse = side.evse(req.connectorId());
        return new StatusNotificationRequest(
                req.timestamp().orElseGet(side::now),
                req.status().neutral(),
                evse.id(),
                evse.connectorId().orElse(0),
                req.errorCode().neutral(),
                req.info(),
                req.vendorId(),
                req.vendorErrorCode());
    }

    static Conf conf(StatusNotificationResponse response) {
        return new Conf();
    }

    static StatusNotificationResponse neutral(Conf conf) {
        return new StatusNotificationResponse();
    }
}
