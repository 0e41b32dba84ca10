package dev.roamlab.ocpp.messages;

import java.util.Optional;

/** Whether there was one. */
public record CancelReservationResponse(CancelReservationStatus status, Optional<StatusInfo> statusInfo)
        implements Response {
    /** An answer that gives no reason. */
    public CancelReservationResponse(CancelReservationStatus status) {
        this(status, Optional.empty());
    }
}
