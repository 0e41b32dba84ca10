package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.security.SecurityEventNotificationRequest;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationResponse;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;
import java.util.Optional;

/** Something that matters for security has happened. Spec: OCPP 1.6 security whitepaper, SecurityEventNotification. */
final class SecurityEventNotification {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "SecurityEventNotification",
            From.STATION,
            SecurityEventNotificationRequest.class,
            SecurityEventNotificationResponse.class,
            SecurityEventNotification.Req.class,
            SecurityEventNotification.Conf.class,
            SecurityEventNotification::req,
            SecurityEventNotification::neutral,
            SecurityEventNotification::conf,
            SecurityEventNotification::neutral);

    private SecurityEventNotification() {}

    record Req(
            @Max(50) String type,
            Instant timestamp,
            @Max(255) Optional<String> techInfo) {}

    record Conf() {}

    static Req req(SecurityEventNotificationRequest request, Side side) {
        return new Req(request.type(), request.timestamp(), request.techInfo());
    }

    static SecurityEventNotificationRequest neutral(Req req, Side side) {
        return new SecurityEventNotificationRequest(req.type(), req.timestamp(), req.techInfo());
    }

    static Conf conf(SecurityEventNotificationResponse response) {
        return new Conf();
    }

    static SecurityEventNotificationResponse neutral(Conf conf) {
        return new SecurityEventNotificationResponse();
    }
}
