package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.ChargingStationInfo;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;
import java.util.Optional;

/** A station has booted. Spec: OCPP 1.6, BootNotification. */
final class BootNotification {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "BootNotification",
            From.STATION,
            BootNotificationRequest.class,
            BootNotificationResponse.class,
            BootNotification.Req.class,
            BootNotification.Conf.class,
            BootNotification::req,
            BootNotification::neutral,
            BootNotification::conf,
            BootNotification::neutral);

    private BootNotification() {}

    record Req(
            @Max(20) String chargePointVendor,
            @Max(20) String chargePointModel,
            @Max(25) Optional<String> chargePointSerialNumber,
            @Max(25) Optional<String> chargeBoxSerialNumber,
            @Max(50) Optional<String> firmwareVersion,
            @Max(20) Optional<String> iccid,
            @Max(20) Optional<String> imsi,
            @Max(25) Optional<String> meterType,
            @Max(25) Optional<String> meterSerialNumber) {}

    record Conf(RegistrationStatus status, Instant currentTime, int interval) {}

    static Req req(BootNotificationRequest request, Side side) {
        ChargingStationInfo station = request.chargingStation();
        return new Req(
                station.vendorName(),
                station.model(),
                station.serialNumber(),
                Optional.empty(), // superseded by chargePointSerialNumber
                station.firmwareVersion(),
                station.iccid(),
                station.imsi(),
                station.meterType(),
                station.meterSerialNumber());
    }

    static BootNotificationRequest neutral(Req req, Side side) {
        return new BootNotificationRequest(
                BootReason.UNKNOWN,
                new ChargingStationInfo(
                        req.chargePointModel(),
                        req.chargePointVendor(),
                        req.chargePointSerialNumber().or(req::chargeBoxSerialNumber),
                        req.firmwareVersion(),
                        req.iccid(),
                        req.imsi(),
                        req.meterType(),
                        req.meterSerialNumber()));
    }

    static Conf conf(BootNotificationResponse response) {
        return new Conf(response.status(), response.currentTime(), response.interval());
    }

    static BootNotificationResponse neutral(Conf conf) {
        return new BootNotificationResponse(conf.currentTime(), conf.interval(), conf.status());
    }
}
