package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** What became of it. */
public record ReserveNowResponse(ReserveNowStatus status, Optional<StatusInfo> statusInfo) implements Response {
    /** An answer that gives no reason. */
    public ReserveNowResponse(ReserveNowStatus status) {
        this(status, Optional.empty());
    }
}
