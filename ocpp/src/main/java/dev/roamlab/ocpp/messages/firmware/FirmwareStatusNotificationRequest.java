package dev.roamlab.ocpp.messages.firmware;

import dev.roamlab.ocpp.messages.StationCall;
import java.util.Optional;

/** How an update of the firmware gets on. Spec: OCPP 2.0.1, L01. */
public record FirmwareStatusNotificationRequest(FirmwareStatus status, Optional<Integer> requestId)
        implements StationCall<FirmwareStatusNotificationResponse> {
    @Override
    public Class<FirmwareStatusNotificationResponse> responseType() {
        return FirmwareStatusNotificationResponse.class;
    }
}
