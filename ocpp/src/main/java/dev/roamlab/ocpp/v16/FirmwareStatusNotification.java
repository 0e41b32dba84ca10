package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.firmware.FirmwareStatus;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationResponse;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** How an unsigned update gets on. Spec: OCPP 1.6, FirmwareStatusNotification. */
final class FirmwareStatusNotification {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "FirmwareStatusNotification",
            From.STATION,
            FirmwareStatusNotificationRequest.class,
            FirmwareStatusNotificationResponse.class,
            FirmwareStatusNotification.Req.class,
            FirmwareStatusNotification.Conf.class,
            FirmwareStatusNotification::req,
            FirmwareStatusNotification::neutral,
            FirmwareStatusNotification::conf,
            FirmwareStatusNotification::neutral);

    private FirmwareStatusNotification() {}

    record Req(Status status) {}

    record Conf() {}

    /** How an update gets on. Spec: OCPP 1.6, FirmwareStatus. */
    enum Status {
        DOWNLOADED,
        DOWNLOAD_FAILED,
        DOWNLOADING,
        IDLE,
        INSTALLATION_FAILED,
        INSTALLING,
        INSTALLED;

        /** The nearest word; empty for a stage between those that 1.6 names. */
        static Optional<Status> of(FirmwareStatus status) {
            return switch (status) {
                case DOWNLOADED -> Optional.of(DOWNLOADED);
                case DOWNLOAD_FAILED -> Optional.of(DOWNLOAD_FAILED);
                case DOWNLOADING -> Optional.of(DOWNLOADING);
                case IDLE -> Optional.of(IDLE);
                case INSTALLATION_FAILED, INSTALL_VERIFICATION_FAILED, INVALID_SIGNATURE ->
                    Optional.of(INSTALLATION_FAILED);
                case INSTALLING -> Optional.of(INSTALLING);
                case INSTALLED -> Optional.of(INSTALLED);
                case DOWNLOAD_SCHEDULED, DOWNLOAD_PAUSED, INSTALL_REBOOTING, INSTALL_SCHEDULED, SIGNATURE_VERIFIED ->
                    Optional.empty();
            };
        }
    }

    static boolean carries(FirmwareStatusNotificationRequest request) {
        return Status.of(request.status()).isPresent();
    }

    static Req req(FirmwareStatusNotificationRequest request, Side side) {
        return new Req(Status.of(request.status()).orElseThrow());
    }

    static FirmwareStatusNotificationRequest neutral(Req req, Side side) {
        return new FirmwareStatusNotificationRequest(
                FirmwareStatus.valueOf(req.status().name()),
                req.status() == Status.IDLE ? Optional.empty() : side.firmware().requestId());
    }

    static Conf conf(FirmwareStatusNotificationResponse response) {
        return new Conf();
    }

    static FirmwareStatusNotificationResponse neutral(Conf conf) {
        return new FirmwareStatusNotificationResponse();
    }
}
