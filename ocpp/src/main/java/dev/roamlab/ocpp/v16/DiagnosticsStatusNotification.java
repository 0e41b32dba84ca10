package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationResponse;
import dev.roamlab.ocpp.messages.logs.UploadLogStatus;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** How the upload of diagnostics gets on. Spec: OCPP 1.6, DiagnosticsStatusNotification. */
final class DiagnosticsStatusNotification {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "DiagnosticsStatusNotification",
            From.STATION,
            LogStatusNotificationRequest.class,
            LogStatusNotificationResponse.class,
            DiagnosticsStatusNotification.Req.class,
            DiagnosticsStatusNotification.Conf.class,
            DiagnosticsStatusNotification::req,
            DiagnosticsStatusNotification::neutral,
            DiagnosticsStatusNotification::conf,
            DiagnosticsStatusNotification::neutral);

    private DiagnosticsStatusNotification() {}

    record Req(Status status) {}

    record Conf() {}

    /** How an upload gets on. Spec: OCPP 1.6, DiagnosticsStatus. */
    enum Status {
        IDLE,
        UPLOADED,
        UPLOAD_FAILED,
        UPLOADING;

        /** The nearest word; empty for a cancellation, which the answer to the next request has told. */
        static Optional<Status> of(UploadLogStatus status) {
            return switch (status) {
                case IDLE -> Optional.of(IDLE);
                case UPLOADED -> Optional.of(UPLOADED);
                case UPLOADING -> Optional.of(UPLOADING);
                case BAD_MESSAGE, NOT_SUPPORTED_OPERATION, PERMISSION_DENIED, UPLOAD_FAILURE ->
                    Optional.of(UPLOAD_FAILED);
                case ACCEPTED_CANCELED -> Optional.empty();
            };
        }

        UploadLogStatus neutral() {
            return this == UPLOAD_FAILED ? UploadLogStatus.UPLOAD_FAILURE : UploadLogStatus.valueOf(name());
        }
    }

    static boolean carries(LogStatusNotificationRequest request) {
        return Status.of(request.status()).isPresent();
    }

    static Req req(LogStatusNotificationRequest request, Side side) {
        return new Req(Status.of(request.status()).orElseThrow());
    }

    static LogStatusNotificationRequest neutral(Req req, Side side) {
        return new LogStatusNotificationRequest(
                req.status().neutral(),
                req.status() == Status.IDLE ? Optional.empty() : side.log().requestId());
    }

    static Conf conf(LogStatusNotificationResponse response) {
        return new Conf();
    }

    static LogStatusNotificationResponse neutral(Conf conf) {
        return new LogStatusNotificationResponse();
    }
}
