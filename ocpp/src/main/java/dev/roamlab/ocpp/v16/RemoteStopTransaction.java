package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionResponse;
import dev.roamlab.ocpp.v16.Action.From;

/** The CSMS wants a transaction to be stopped. Spec: OCPP 1.6, RemoteStopTransaction. */
final class RemoteStopTransaction {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "RemoteStopTransaction",
            From.CSMS,
            RequestStopTransactionRequest.class,
            RequestStopTransactionResponse.class,
            RemoteStopTransaction.Req.class,
            RemoteStopTransaction.Conf.class,
            RemoteStopTransaction::req,
            RemoteStopTransaction::neutral,
            RemoteStopTransaction::conf,
            RemoteStopTransaction::neutral);

    private RemoteStopTransaction() {}

    record Req(int transactionId) {}

    record Conf(RequestStartStopStatus status) {}

    static Req req(RequestStopTransactionRequest request, Side side) {
        return new Req(side.transactions().number(request.transactionId()));
    }

    static RequestStopTransactionRequest neutral(Req req, Side side) {
        return new RequestStopTransactionRequest(side.ids().local(req.transactionId()));
    }

    static Conf conf(RequestStopTransactionResponse response) {
        return new Conf(response.status());
    }

    static RequestStopTransactionResponse neutral(Conf conf) {
        return new RequestStopTransactionResponse(conf.status());
    }
}
