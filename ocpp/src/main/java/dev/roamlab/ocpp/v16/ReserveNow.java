package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.ReserveNowResponse;
import dev.roamlab.ocpp.messages.ReserveNowStatus;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.payload.Printable;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;
import java.util.Optional;

/** The CSMS wants a connector to be kept free. Spec: OCPP 1.6, ReserveNow. */
final class ReserveNow {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "ReserveNow",
            From.CSMS,
            ReserveNowRequest.class,
            ReserveNowResponse.class,
            ReserveNow.Req.class,
            ReserveNow.Conf.class,
            ReserveNow::req,
            ReserveNow::neutral,
            ReserveNow::conf,
            ReserveNow::neutral);

    private ReserveNow() {}

    record Req(
            @AtLeast(0) int connectorId,
            Instant expiryDate,
            @Max(20) @Printable String idTag,
            @Max(20) Optional<String> parentIdTag,
            int reservationId) {}

    record Conf(ReserveNowStatus status) {}

    static Req req(ReserveNowRequest request, Side side) {
        return new Req(
                side.number(request.evse().orElse(Evse.STATION)),
                request.expiryDateTime(),
                request.idToken().idToken(),
                request.groupIdToken().map(IdToken::idToken),
                request.id());
    }

    static ReserveNowRequest neutral(Req req, Side side) {
        return new ReserveNowRequest(
                req.reservationId(),
                req.expiryDate(),
                IdToken.of(req.idTag()),
                req.parentIdTag().map(IdToken::of),
                side.place(req.connectorId()));
    }

    static Conf conf(ReserveNowResponse response) {
        return new Conf(response.status());
    }

    static ReserveNowResponse neutral(Conf conf) {
        return new ReserveNowResponse(conf.status());
    }
}
