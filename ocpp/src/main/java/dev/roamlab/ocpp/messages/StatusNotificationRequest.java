package dev.roamlab.ocpp.messages;

import java.time.Instant;
import java.util.Optional;

/**
 * A connector has changed.
 *
 * @param evseId 0 is the station as a whole
 * @param connectorId from 1 within the EVSE; 0 for the station as a whole
 * @param errorCode absent when nothing is wrong
 */
@OcppRecord
public record StatusNotificationRequest(
        Instant timestamp,
        ConnectorStatus connectorStatus,
        int evseId,
        int connectorId,
        Optional<ErrorCode> errorCode,
        Optional<String> info,
        Optional<String> vendorId,
        Optional<String> vendorErrorCode)
        implements StationCall<StatusNotificationResponse> {
    @Override
    public Class<StatusNotificationResponse> responseType() {
        return StatusNotificationResponse.class;
    }
}
