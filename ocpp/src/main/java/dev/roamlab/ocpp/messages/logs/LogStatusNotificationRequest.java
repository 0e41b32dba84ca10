package dev.roamlab.ocpp.messages.logs;

import dev.roamlab.ocpp.messages.StationCall;
import java.util.Optional;

/** How the upload of a log gets on. Spec: OCPP 2.0.1, N01. */
public record LogStatusNotificationRequest(UploadLogStatus status, Optional<Integer> requestId)
        implements StationCall<LogStatusNotificationResponse> {
    @Override
    public Class<LogStatusNotificationResponse> responseType() {
        return LogStatusNotificationResponse.class;
    }
}
