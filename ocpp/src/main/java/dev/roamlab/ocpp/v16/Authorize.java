package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.AuthorizeResponse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.payload.Printable;
import dev.roamlab.ocpp.v16.Action.From;

/** Somebody presents a token. Spec: OCPP 1.6, Authorize. */
final class Authorize {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "Authorize",
            From.STATION,
            AuthorizeRequest.class,
            AuthorizeResponse.class,
            Authorize.Req.class,
            Authorize.Conf.class,
            Authorize::req,
            Authorize::neutral,
            Authorize::conf,
            Authorize::neutral);

    private Authorize() {}

    record Req(@Max(20) @Printable String idTag) {}

    record Conf(IdTagInfo idTagInfo) {}

    static Req req(AuthorizeRequest request, Side side) {
        return new Req(request.idToken().idToken());
    }

    static AuthorizeRequest neutral(Req req, Side side) {
        return new AuthorizeRequest(IdToken.of(req.idTag()));
    }

    static Conf conf(AuthorizeResponse response) {
        return new Conf(IdTagInfo.of(response.idTokenInfo()));
    }

    static AuthorizeResponse neutral(Conf conf) {
        return new AuthorizeResponse(conf.idTagInfo().neutral());
    }
}
