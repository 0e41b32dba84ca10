package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationResponse;
import dev.roamlab.ocpp.messages.logs.UploadLogStatus;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** How the upload of a log gets on. Spec: OCPP 1.6 security whitepaper, LogStatusNotification. */
final class LogStatusNotification {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "LogStatusNotification",
            From.STATION,
            LogStatusNotificationRequest.class,
            LogStatusNotificationResponse.class,
            LogStatusNotification.Req.class,
            LogStatusNotification.Conf.class,
            LogStatusNotification::req,
            LogStatusNotification::neutral,
            LogStatusNotification::conf,
            LogStatusNotification::neutral);

    private LogStatusNotification() {}

    record Req(Status status, Optional<Integer> requestId) {}

    record Conf() {}

    /** How an upload gets on: 2.0.1 has one word more. */
    enum Status {
        BAD_MESSAGE,
        IDLE,
        NOT_SUPPORTED_OPERATION,
        PERMISSION_DENIED,
        UPLOADED,
        UPLOAD_FAILURE,
        UPLOADING
    }

    static boolean carries(LogStatusNotificationRequest request) {
        return request.status() != UploadLogStatus.ACCEPTED_CANCELED;
    }

    static Req req(LogStatusNotificationRequest request, Side side) {
        return new Req(Status.valueOf(request.status().name()), request.requestId());
    }

    static LogStatusNotificationRequest neutral(Req req, Side side) {
        return new LogStatusNotificationRequest(
                UploadLogStatus.valueOf(req.status().name()), req.requestId());
    }

    static Conf conf(LogStatusNotificationResponse response) {
        return new Conf();
    }

    static LogStatusNotificationResponse neutral(Conf conf) {
        return new LogStatusNotificationResponse();
    }
}
