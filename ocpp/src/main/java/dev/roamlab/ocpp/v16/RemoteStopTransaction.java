package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionResponse;

/** The CSMS wants a transaction to be stopped. Spec: OCPP 1.6, RemoteStopTransaction. */
final class RemoteStopTransaction {
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
