package dev.roamlab.ocpp.messages.security;

import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.payload.Max;
import java.time.Instant;
import java.util.Optional;

/** Something that matters for security has happened at the station. Spec: OCPP 2.0.1, A04. */
public record SecurityEventNotificationRequest(
        @Max(50) String type, Instant timestamp, @Max(255) Optional<String> techInfo)
        implements StationCall<SecurityEventNotificationResponse> {
    @Override
    public Class<SecurityEventNotificationResponse> responseType() {
        return SecurityEventNotificationResponse.class;
    }
}
