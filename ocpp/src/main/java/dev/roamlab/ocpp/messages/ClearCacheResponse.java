package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** Whether it has. */
public record ClearCacheResponse(ClearCacheStatus status, Optional<StatusInfo> statusInfo) implements Response {
    /** An answer that gives no reason. */
    public ClearCacheResponse(ClearCacheStatus status) {
        this(status, Optional.empty());
    }
}
