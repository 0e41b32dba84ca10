package dev.roamlab.ocpp.messages;

import java.time.Instant;

/**
 * The CSMS says whether the station takes part.
 *
 * @param interval seconds between heartbeats when accepted, else before the next attempt; 0 leaves the choice to the station
 */
public record BootNotificationResponse(Instant currentTime, int interval, RegistrationStatus status)
        implements Response {}
