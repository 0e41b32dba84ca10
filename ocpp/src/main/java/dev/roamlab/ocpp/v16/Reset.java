package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetResponse;
import dev.roamlab.ocpp.messages.ResetStatus;
import dev.roamlab.ocpp.v16.Action.From;

/** The CSMS wants the station to restart. Spec: OCPP 1.6, Reset. */
final class Reset {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "Reset",
            From.CSMS,
            ResetRequest.class,
            ResetResponse.class,
            Reset.Req.class,
            Reset.Conf.class,
            Reset::req,
            Reset::neutral,
            Reset::conf,
            Reset::neutral);

    private Reset() {}

    record Req(ResetKind type) {}

    record Conf(YesNo status) {}

    static Req req(ResetRequest request, Side side) {
        return new Req(ResetKind.of(request.type()));
    }

    static ResetRequest neutral(Req req, Side side) {
        return new ResetRequest(req.type().neutral());
    }

    static Conf conf(ResetResponse response) {
        return new Conf(response.status() == ResetStatus.REJECTED ? YesNo.REJECTED : YesNo.ACCEPTED);
    }

    static ResetResponse neutral(Conf conf) {
        return new ResetResponse(ResetStatus.valueOf(conf.status().name()));
    }
}
