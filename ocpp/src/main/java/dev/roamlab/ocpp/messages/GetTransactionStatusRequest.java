package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/** The CSMS asks whether a transaction runs, and whether messages about it are still to come. Spec: OCPP 2.0.1, E14. */
public record GetTransactionStatusRequest(@Max(36) Optional<String> transactionId)
        implements CsmsCall<GetTransactionStatusResponse> {
    @Override
    public Class<GetTransactionStatusResponse> responseType() {
        return GetTransactionStatusResponse.class;
    }
}
