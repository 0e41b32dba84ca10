package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;

/** One result for each monitor. */
public record ClearVariableMonitoringResponse(@NotEmpty List<ClearMonitoringResult> clearMonitoringResult)
        implements Response {
    /** Lists are copied. */
    public ClearVariableMonitoringResponse {
        clearMonitoringResult = List.copyOf(clearMonitoringResult);
    }
}
