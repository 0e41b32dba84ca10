package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.CancelReservationRequest;
import dev.roamlab.ocpp.messages.CancelReservationResponse;
import dev.roamlab.ocpp.messages.CancelReservationStatus;
import dev.roamlab.ocpp.v16.Action.From;

/** A reservation is not needed any more. Spec: OCPP 1.6, CancelReservation. */
final class CancelReservation {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "CancelReservation",
            From.CSMS,
            CancelReservationRequest.class,
            CancelReservationResponse.class,
            CancelReservation.Req.class,
            CancelReservation.Conf.class,
            CancelReservation::req,
            CancelReservation::neutral,
            CancelReservation::conf,
            CancelReservation::neutral);

    private CancelReservation() {}

    record Req(int reservationId) {}

    record Conf(CancelReservationStatus status) {}

    static Req req(CancelReservationRequest request, Side side) {
        return new Req(request.reservationId());
    }

    static CancelReservationRequest neutral(Req req, Side side) {
        return new CancelReservationRequest(req.reservationId());
    }

    static Conf conf(CancelReservationResponse response) {
        return new Conf(response.status());
    }

    static CancelReservationResponse neutral(Conf conf) {
        return new CancelReservationResponse(conf.status());
    }
}
