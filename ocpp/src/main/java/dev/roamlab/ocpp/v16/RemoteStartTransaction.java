package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.payload.Printable;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** The CSMS wants a transaction to be started. Spec: OCPP 1.6, RemoteStartTransaction. */
final class RemoteStartTransaction {
    static final Action<?, ?, ?, ?> ACTION = new Action<>(
            "RemoteStartTransaction",
            From.CSMS,
            RequestStartTransactionRequest.class,
            RequestStartTransactionResponse.class,
            RemoteStartTransaction.Req.class,
            RemoteStartTransaction.Conf.class,
            RemoteStartTransaction::req,
            RemoteStartTransaction::neutral,
            (asked, answer, side) -> RemoteStartTransaction.conf(answer),
            RemoteStartTransaction::neutral);

    private RemoteStartTransaction() {}

    record Req(
            @AtLeast(1) Optional<Integer> connectorId,
            @Max(20) @Printable String idTag,
            Optional<ChargingProfile> chargingProfile) {}

    record Conf(RequestStartStopStatus status) {}

    static Req req(RequestStartTransactionRequest request, Side side) {
        side.transactions().expect(request);
        return new Req(
                request.evse().map(side::number),
                request.idToken().idToken(),
                request.chargingProfile().map(profile -> ChargingProfile.of(profile, side)));
    }

    static RequestStartTransactionRequest neutral(Req req, Side side) {
        return new RequestStartTransactionRequest(
                IdToken.of(req.idTag()),
                side.nextRemoteStartId(),
                req.connectorId().map(side::evse),
                Optional.empty(),
                req.chargingProfile().map(profile -> profile.neutral(side)));
    }

    static Conf conf(RequestStartTransactionResponse response) {
        return new Conf(response.status());
    }

    static RequestStartTransactionResponse neutral(Conf conf, RequestStartTransactionRequest request, Side side) {
        if (conf.status() == RequestStartStopStatus.REJECTED) {
            side.transactions().expectNoMore(request);
        }
        return new RequestStartTransactionResponse(conf.status(), Optional.empty());
    }
}
