package dev.roamlab.ocpp.v201;

import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.payload.AtLeast;
import java.time.Instant;
import java.util.Optional;

/** A connector has changed; what is wrong with it is told by NotifyEvent. Spec: OCPP 2.0.1, StatusNotificationRequest. */
record StatusForm(
        Instant timestamp,
        ConnectorStatus connectorStatus,
        @AtLeast(0) int evseId,
        @AtLeast(0) int connectorId) {

    static StatusForm of(StatusNotificationRequest request) {
        return new StatusForm(request.timestamp(), request.connectorStatus(), request.evseId(), request.connectorId());
    }

    StatusNotificationRequest neutral() {
        return new StatusNotificationRequest(
                timestamp,
                connectorStatus,
                evseId,
                connectorId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
