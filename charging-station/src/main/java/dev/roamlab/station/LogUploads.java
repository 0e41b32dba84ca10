package dev.roamlab.station;

import dev.roamlab.ocpp.messages.logs.GetLogRequest;
import dev.roamlab.ocpp.messages.logs.GetLogResponse;
import dev.roamlab.ocpp.messages.logs.LogStatus;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogType;
import dev.roamlab.ocpp.messages.logs.UploadLogStatus;
import dev.roamlab.station.Outbox.Entry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Logs that a CSMS wants to have. Spec: OCPP 1.6 section 6.1 (GetDiagnostics), OCPP 2.0.1 N01. */
final class LogUploads {
    private static final int USUAL_RETRIES = 2;
    private static final int USUAL_PAUSE_SECONDS = 30;

    private LogUploads() {}

    static GetLogResponse send(Turn turn, GetLogRequest request) {
        String location = request.log().remoteLocation();
        Optional<URI> to = FileServer.at(location);
        if (to.isEmpty()) {
            return new GetLogResponse(
                    LogStatus.REJECTED,
                    Why.of("InvalidURL", FileServer.refusal("remoteLocation", location)),
                    Optional.empty());
        }
        Optional<LogUpload> present = turn.device().upload().filter(upload -> !upload.finished());
        present.ifPresent(upload -> cancel(turn, upload));
        String fileName =
                turn.state().spec().serialNumber() + "-" + word(request.logType()) + "-" + request.requestId() + ".log";
        LogUpload upload = order(request, to.get(), fileName);
        become(turn, upload, UploadLogStatus.UPLOADING);
        upload(turn, turn.device().upload().orElseThrow());
        return new GetLogResponse(
                present.isPresent() ? LogStatus.ACCEPTED_CANCELED : LogStatus.ACCEPTED,
                Optional.empty(),
                Optional.of(fileName));
    }

    /** When the next attempt begins. */
    static Optional<Instant> due(StationState state) {
        return state.running() ? state.device().upload().flatMap(LogUpload::due) : Optional.empty();
    }

    /** Does what can be done by now; after every event. */
    static void goOn(Turn turn) {
        if (!turn.state().running()) {
            turn.device().upload().filter(upload -> !upload.finished()).ifPresent(upload -> interrupted(turn, upload));
            return;
        }
        turn.device()
                .upload()
                .filter(upload ->
                        upload.due().filter(at -> !at.isAfter(turn.now())).isPresent())
                .ifPresent(upload -> upload(turn, upload));
        turn.device().upload().filter(upload -> !upload.told()).ifPresent(upload -> tell(turn, upload));
    }

    static void uploaded(Turn turn, long ref) {
        awaiting(turn, ref).ifPresent(upload -> become(turn, upload, UploadLogStatus.UPLOADED));
    }

    /** What the server has against it is final; a server that is not there is tried again. */
    static void failed(Turn turn, long ref, TransferFailure why) {
        awaiting(turn, ref).ifPresent(upload -> {
            switch (why) {
                case DENIED -> become(turn, upload, UploadLogStatus.PERMISSION_DENIED);
                case REFUSED -> become(turn, upload, UploadLogStatus.BAD_MESSAGE);
                case UNSUPPORTED -> become(turn, upload, UploadLogStatus.NOT_SUPPORTED_OPERATION);
                case UNREACHABLE, SERVER_FAILED -> retry(turn, upload);
            }
        });
    }

    /** Answers a question about the status: a failure is told again, what went well is over. */
    static void tellAgain(Turn turn) {
        Optional<LogUpload> last = turn.device().upload().filter(upload -> upload.status() != UploadLogStatus.UPLOADED);
        turn.say(new Entry(
                new LogStatusNotificationRequest(
                        last.map(LogUpload::status).orElse(UploadLogStatus.IDLE), last.map(LogUpload::requestId)),
                false,
                0));
    }

    private static LogUpload order(GetLogRequest request, URI to, String fileName) {
        return new LogUpload(
                request.requestId(),
                request.logType(),
                to,
                fileName,
                request.log().oldestTimestamp(),
                request.log().latestTimestamp(),
                Math.max(0, request.retries().orElse(USUAL_RETRIES)),
                Duration.ofSeconds(Math.max(1, request.retryInterval().orElse(USUAL_PAUSE_SECONDS))),
                UploadLogStatus.UPLOADING,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static void upload(Turn turn, LogUpload upload) {
        boolean broken =
                turn.device().fault().filter(UpdateFault.UPLOAD_FAILS::equals).isPresent();
        if (broken || !turn.state().networkUp()) {
            retry(turn, upload);
            return;
        }
        long ref = turn.nextRef();
        turn.order(new HostOrder.Upload(
                ref, upload.to(), upload.fileName(), upload.type(), upload.oldest(), upload.latest()));
        put(turn, upload.withDue(Optional.empty()).withOrder(Optional.of(ref)));
    }

    private static void retry(Turn turn, LogUpload upload) {
        if (upload.retriesLeft() == 0) {
            become(turn, upload, UploadLogStatus.UPLOAD_FAILURE);
            return;
        }
        put(
                turn,
                upload.withRetriesLeft(upload.retriesLeft() - 1)
                        .withOrder(Optional.empty())
                        .withDue(Optional.of(turn.now().plus(upload.pause()))));
    }

    private static void cancel(Turn turn, LogUpload upload) {
        upload.order().ifPresent(order -> turn.order(new HostOrder.Cancel(order)));
        become(turn, upload, UploadLogStatus.ACCEPTED_CANCELED);
    }

    /** The lights went out: it begins anew when they are on again. */
    private static void interrupted(Turn turn, LogUpload upload) {
        upload.order().ifPresent(order -> {
            turn.order(new HostOrder.Cancel(order));
            put(turn, upload.withOrder(Optional.empty()).withDue(Optional.of(turn.now())));
        });
    }

    private static Optional<LogUpload> awaiting(Turn turn, long ref) {
        return turn.device()
                .upload()
                .filter(upload -> upload.order().filter(order -> order == ref).isPresent());
    }

    private static void become(Turn turn, LogUpload upload, UploadLogStatus status) {
        LogUpload changed = upload.withStatus(status)
                .withOrder(Optional.empty())
                .withDue(Optional.empty())
                .withTold(false);
        put(turn, changed);
        tell(turn, changed);
    }

    private static void tell(Turn turn, LogUpload upload) {
        if (turn.state().uplink().accepted()) {
            put(turn, upload.withTold(true));
            turn.say(new Entry(
                    new LogStatusNotificationRequest(upload.status(), Optional.of(upload.requestId())), false, 0));
        }
    }

    private static void put(Turn turn, LogUpload upload) {
        turn.become(turn.device().withUpload(Optional.of(upload)));
    }

    private static String word(LogType type) {
        return switch (type) {
            case DIAGNOSTICS_LOG -> "diagnostics";
            case SECURITY_LOG -> "security";
        };
    }
}
