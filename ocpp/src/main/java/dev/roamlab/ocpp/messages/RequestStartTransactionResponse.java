package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Max;
import java.util.Optional;

/**
 * Whether the station will try.
 *
 * @param transactionId present when the transaction had already begun
 */
public record RequestStartTransactionResponse(
        RequestStartStopStatus status, @Max(36) Optional<String> transactionId, Optional<StatusInfo> statusInfo)
        implements Response {
    /** An answer that gives no reason. */
    public RequestStartTransactionResponse(RequestStartStopStatus status, Optional<String> transactionId) {
        this(status, transactionId, Optional.empty());
    }
}
