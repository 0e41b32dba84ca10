package dev.roamlab.ocpp.messages.firmware;

import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.payload.Max;
import java.util.List;
import java.util.Optional;

/** How the publishing of firmware gets on. Spec: OCPP 2.0.1, L03. */
public record PublishFirmwareStatusNotificationRequest(
        PublishFirmwareStatus status, @Max(512) List<String> location, Optional<Integer> requestId)
        implements StationCall<PublishFirmwareStatusNotificationResponse> {
    /** Lists are copied. */
    public PublishFirmwareStatusNotificationRequest {
        location = List.copyOf(location);
    }

    @Override
    public Class<PublishFirmwareStatusNotificationResponse> responseType() {
        return PublishFirmwareStatusNotificationResponse.class;
    }
}
