package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;

/** One result for each monitor. */
public record SetVariableMonitoringResponse(@NotEmpty List<SetMonitoringResult> setMonitoringResult)
        implements Response {
    /** Lists are copied. */
    public SetVariableMonitoringResponse {
        setMonitoringResult = List.copyOf(setMonitoringResult);
    }
}
