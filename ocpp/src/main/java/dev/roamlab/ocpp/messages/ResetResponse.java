package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** Whether the station will. */
public record ResetResponse(ResetStatus status, Optional<StatusInfo> statusInfo) implements Response {
    /** An answer that gives no reason. */
    public ResetResponse(ResetStatus status) {
        this(status, Optional.empty());
    }
}
