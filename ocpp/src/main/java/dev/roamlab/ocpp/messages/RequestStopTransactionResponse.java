package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** Whether the station will try. */
public record RequestStopTransactionResponse(RequestStartStopStatus status, Optional<StatusInfo> statusInfo)
        implements Response {
    /** An answer that gives no reason. */
    public RequestStopTransactionResponse(RequestStartStopStatus status) {
        this(status, Optional.empty());
    }
}
