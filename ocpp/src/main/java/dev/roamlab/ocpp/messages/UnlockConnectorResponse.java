package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** What became of the lock. */
public record UnlockConnectorResponse(UnlockStatus status, Optional<StatusInfo> statusInfo) implements Response {
    /** An answer that gives no reason. */
    public UnlockConnectorResponse(UnlockStatus status) {
        this(status, Optional.empty());
    }
}
