package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.ChangeAvailabilityResponse;
import dev.roamlab.ocpp.messages.ChangeAvailabilityStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.OperationalStatus;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.v16.Action.From;

/** The CSMS takes something out of service, or puts it back. Spec: OCPP 1.6, ChangeAvailability. */
final class ChangeAvailability {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "ChangeAvailability",
            From.CSMS,
            ChangeAvailabilityRequest.class,
            ChangeAvailabilityResponse.class,
            ChangeAvailability.Req.class,
            ChangeAvailability.Conf.class,
            ChangeAvailability::req,
            ChangeAvailability::neutral,
            ChangeAvailability::conf,
            ChangeAvailability::neutral);

    private ChangeAvailability() {}

    record Req(@AtLeast(0) int connectorId, OperationalStatus type) {}

    record Conf(ChangeAvailabilityStatus status) {}

    static Req req(ChangeAvailabilityRequest request, Side side) {
        return new Req(side.number(request.evse().orElse(Evse.STATION)), request.operationalStatus());
    }

    static ChangeAvailabilityRequest neutral(Req req, Side side) {
        return new ChangeAvailabilityRequest(req.type(), side.place(req.connectorId()));
    }

    static Conf conf(ChangeAvailabilityResponse response) {
        return new Conf(response.status());
    }

    static ChangeAvailabilityResponse neutral(Conf conf) {
        return new ChangeAvailabilityResponse(conf.status());
    }
}
