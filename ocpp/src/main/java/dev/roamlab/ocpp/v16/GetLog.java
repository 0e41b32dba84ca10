package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.logs.GetLogRequest;
import dev.roamlab.ocpp.messages.logs.GetLogResponse;
import dev.roamlab.ocpp.messages.logs.LogParameters;
import dev.roamlab.ocpp.messages.logs.LogStatus;
import dev.roamlab.ocpp.messages.logs.LogType;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.v16.Action.From;
import java.util.Optional;

/** The CSMS wants a log, the one of security above all. Spec: OCPP 1.6 security whitepaper, GetLog. */
final class GetLog {
    static final Action<?, ?, ?, ?> ACTION = Action.of(
            "GetLog",
            From.CSMS,
            GetLogRequest.class,
            GetLogResponse.class,
            GetLog.Req.class,
            GetLog.Conf.class,
            GetLog::req,
            GetLog::neutral,
            GetLog::conf,
            GetLog::neutral);

    private GetLog() {}

    record Req(
            LogParameters log,
            LogType logType,
            int requestId,
            Optional<Integer> retries,
            Optional<Integer> retryInterval) {}

    record Conf(LogStatus status, @Max(255) Optional<String> filename) {}

    static Req req(GetLogRequest request, Side side) {
        side.log(new Errand(true, Optional.of(request.requestId())));
        return new Req(
                request.log(), request.logType(), request.requestId(), request.retries(), request.retryInterval());
    }

    static GetLogRequest neutral(Req req, Side side) {
        side.log(new Errand(true, Optional.of(req.requestId())));
        return new GetLogRequest(req.log(), req.logType(), req.requestId(), req.retries(), req.retryInterval());
    }

    static Conf conf(GetLogResponse response) {
        return new Conf(response.status(), response.filename());
    }

    static GetLogResponse neutral(Conf conf) {
        return new GetLogResponse(conf.status(), Optional.empty(), conf.filename());
    }
}
