package dev.roamlab.ocpp.messages;

/** A station has booted and asks to take part. */
public record BootNotificationRequest(BootReason reason, ChargingStationInfo chargingStation)
        implements StationCall<BootNotificationResponse> {
    @Override
    public Class<BootNotificationResponse> responseType() {
        return BootNotificationResponse.class;
    }
}
