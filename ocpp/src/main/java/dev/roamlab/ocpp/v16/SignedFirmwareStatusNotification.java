package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.firmware.FirmwareStatus;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationResponse;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** How a signed update gets on. Spec: OCPP 1.6 security whitepaper, SignedFirmwareStatusNotification. */
final class SignedFirmwareStatusNotification {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "SignedFirmwareStatusNotification",
            From.STATION,
            FirmwareStatusNotificationRequest.class,
            FirmwareStatusNotificationResponse.class,
            SignedFirmwareStatusNotification.Req.class,
            SignedFirmwareStatusNotification.Conf.class,
            SignedFirmwareStatusNotification::req,
            SignedFirmwareStatusNotification::neutral,
            SignedFirmwareStatusNotification::conf,
            SignedFirmwareStatusNotification::neutral);

    private SignedFirmwareStatusNotification() {}

    record Req(FirmwareStatus status, Optional<Integer> requestId) {}

    record Conf() {}

    static Req req(FirmwareStatusNotificationRequest request, Side side) {
        return new Req(request.status(), request.requestId());
    }

    static FirmwareStatusNotificationRequest neutral(Req req, Side side) {
        return new FirmwareStatusNotificationRequest(req.status(), req.requestId());
    }

    static Conf conf(FirmwareStatusNotificationResponse response) {
        return new Conf();
    }

    static FirmwareStatusNotificationResponse neutral(Conf conf) {
        return new FirmwareStatusNotificationResponse();
    }
}
