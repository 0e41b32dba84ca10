package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.lists.GetLocalListVersionRequest;
import dev.roamlab.ocpp.messages.lists.GetLocalListVersionResponse;
import dev.roamlab.ocpp.v16.Action.From;

/** The CSMS asks which version of the local list a station has; -1 where it has none at all. Spec: OCPP 1.6, GetLocalListVersion. */
final class GetLocalListVersion {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "GetLocalListVersion",
            From.CSMS,
            GetLocalListVersionRequest.class,
            GetLocalListVersionResponse.class,
            GetLocalListVersion.Req.class,
            GetLocalListVersion.Conf.class,
            GetLocalListVersion::req,
            GetLocalListVersion::neutral,
            GetLocalListVersion::conf,
            GetLocalListVersion::neutral);

    private GetLocalListVersion() {}

    record Req() {}

    record Conf(int listVersion) {}

    static Req req(GetLocalListVersionRequest request, Side side) {
        return new Req();
    }

    static GetLocalListVersionRequest neutral(Req req, Side side) {
        return new GetLocalListVersionRequest();
    }

    static Conf conf(GetLocalListVersionResponse response) {
        return new Conf(response.versionNumber());
    }

    static GetLocalListVersionResponse neutral(Conf conf) {
        return new GetLocalListVersionResponse(conf.listVersion());
    }
}
