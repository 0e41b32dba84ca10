package dev.roamlab.ocpp.messages.logs;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.OcppRecord;
import java.util.Optional;

/** The CSMS wants a log file to be uploaded. Spec: OCPP 2.0.1, N01; OCPP 1.6 calls the diagnostics log GetDiagnostics. */
@OcppRecord
public record GetLogRequest(
        LogParameters log, LogType logType, int requestId, Optional<Integer> retries, Optional<Integer> retryInterval)
        implements CsmsCall<GetLogResponse> {
    @Override
    public Class<GetLogResponse> responseType() {
        return GetLogResponse.class;
    }
}
