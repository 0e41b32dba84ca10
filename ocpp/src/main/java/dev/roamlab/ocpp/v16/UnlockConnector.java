package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.UnlockConnectorRequest;
import dev.roamlab.ocpp.messages.UnlockConnectorResponse;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.v16.Action.From;

/** The CSMS wants a cable to be released. Spec: OCPP 1.6, UnlockConnector. */
final class UnlockConnector {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "UnlockConnector",
            From.CSMS,
            UnlockConnectorRequest.class,
            UnlockConnectorResponse.class,
            UnlockConnector.Req.class,
            UnlockConnector.Conf.class,
            UnlockConnector::req,
            UnlockConnector::neutral,
            UnlockConnector::conf,
            UnlockConnector::neutral);

    private UnlockConnector() {}

    record Req(@AtLeast(1) int connectorId) {}

    record Conf(UnlockOutcome status) {}

    static Req req(UnlockConnectorRequest request, Side side) {
        return new Req(side.number(Evse.of(request.evseId(), request.connectorId())));
    }

    static UnlockConnectorRequest neutral(Req req, Side side) {
        Evse evse = side.evse(req.connectorId());
        return new UnlockConnectorRequest(evse.id(), evse.connectorId().orElse(1));
    }

    static Conf conf(UnlockConnectorResponse response) {
        return new Conf(UnlockOutcome.of(response.status()));
    }

    static UnlockConnectorResponse neutral(Conf conf) {
        return new UnlockConnectorResponse(conf.status().neutral());
    }
}
