package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;

/** The CSMS removes monitors by their ids. Spec: OCPP 2.0.1, N06. */
public record ClearVariableMonitoringRequest(@NotEmpty List<Integer> id)
        implements CsmsCall<ClearVariableMonitoringResponse> {
    /** Lists are copied. */
    public ClearVariableMonitoringRequest {
        id = List.copyOf(id);
    }

    @Override
    public Class<ClearVariableMonitoringResponse> responseType() {
        return ClearVariableMonitoringResponse.class;
    }
}
