package dev.roamlab.ocpp.messages;

import java.util.Optional;

/**
 * The CSMS wants a transaction to be started.
 *
 * @param remoteStartId comes back in the transaction's first event
 * @param evse absent: the station chooses
 */
public record RequestStartTransactionRequest(IdToken idToken, int remoteStartId, Optional<Evse> evse)
        implements CsmsCall<RequestStartTransactionResponse> {
    @Override
    public Class<RequestStartTransactionResponse> responseType() {
        return RequestStartTransactionResponse.class;
    }
}
