package dev.roamlab.ocpp.messages;

import java.time.Instant;
import java.util.Optional;

/**
 * The CSMS says whether the station takes part.
 *
 * @param interval seconds between heartbeats when accepted, else before the next attempt; 0 leaves the choice to the station
 */
public record BootNotificationResponse(
        Instant currentTime, int interval, RegistrationStatus status, Optional<StatusInfo> statusInfo)
        implements Response {
    /** An answer that gives no reason. */
    public BootNotificationResponse(Instant currentTime, int interval, RegistrationStatus status) {
        this(currentTime, interval, status, Optional.empty());
    }
}
