package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.logs.GetLogRequest;
import dev.roamlab.ocpp.messages.logs.GetLogResponse;
import dev.roamlab.ocpp.messages.logs.LogParameters;
import dev.roamlab.ocpp.messages.logs.LogStatus;
import dev.roamlab.ocpp.messages.logs.LogType;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.time.Instant;
import java.util.Optional;

/** The CSMS wants the diagnostics log. Spec: OCPP 1.6, GetDiagnostics. */
final class GetDiagnostics {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "GetDiagnostics",
            From.CSMS,
            GetLogRequest.class,
            GetLogResponse.class,
            GetDiagnostics.Req.class,
            GetDiagnostics.Conf.class,
            GetDiagnostics::req,
            GetDiagnostics::neutral,
            GetDiagnostics::conf,
            GetDiagnostics::neutral);

    private GetDiagnostics() {}

    record Req(
            String location,
            Optional<Integer> retries,
            Optional<Integer> retryInterval,
            Optional<Instant> startTime,
            Optional<Instant> stopTime) {}

    record Conf(@Max(255) Optional<String> fileName) {}

    static Req req(GetLogRequest request, Side side) {
        side.log(new Errand(false, Optional.of(request.requestId())));
        return new Req(
                request.log().remoteLocation(),
                request.retries(),
                request.retryInterval(),
                request.log().oldestTimestamp(),
                request.log().latestTimestamp());
    }

    static GetLogRequest neutral(Req req, Side side) {
        int requestId = side.nextRequestId();
        side.log(new Errand(false, Optional.of(requestId)));
        return new GetLogRequest(
                new LogParameters(req.location(), req.startTime(), req.stopTime()),
                LogType.DIAGNOSTICS_LOG,
                requestId,
                req.retries(),
                req.retryInterval());
    }

    /** Without a file name there is nothing to upload: the only no that the answer knows. */
    static Conf conf(GetLogResponse response) {
        return new Conf(response.status() == LogStatus.REJECTED ? Optional.empty() : response.filename());
    }

    static GetLogResponse neutral(Conf conf) {
        return new GetLogResponse(
                conf.fileName().isPresent() ? LogStatus.ACCEPTED : LogStatus.REJECTED,
                Optional.empty(),
                conf.fileName());
    }
}
