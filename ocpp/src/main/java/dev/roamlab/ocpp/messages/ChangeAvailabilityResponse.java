package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** What becomes of it. */
public record ChangeAvailabilityResponse(ChangeAvailabilityStatus status, Optional<StatusInfo> statusInfo)
        implements Response {
    /** An answer that gives no reason. */
    public ChangeAvailabilityResponse(ChangeAvailabilityStatus status) {
        this(status, Optional.empty());
    }
}
