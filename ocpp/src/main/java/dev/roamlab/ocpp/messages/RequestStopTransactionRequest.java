package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Max;

/** The CSMS wants a transaction to be stopped. */
public record RequestStopTransactionRequest(@Max(36) String transactionId)
        implements CsmsCall<RequestStopTransactionResponse> {
    @Override
    public Class<RequestStopTransactionResponse> responseType() {
        return RequestStopTransactionResponse.class;
    }
}
