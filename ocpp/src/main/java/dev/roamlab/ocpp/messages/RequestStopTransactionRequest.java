package dev.roamlab.ocpp.messages;

/** The CSMS wants a transaction to be stopped. */
public record RequestStopTransactionRequest(String transactionId) implements CsmsCall<RequestStopTransactionResponse> {
    @Override
    public Class<RequestStopTransactionResponse> responseType() {
        return RequestStopTransactionResponse.class;
    }
}
