package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;

/** The CSMS wants variables to be watched. Spec: OCPP 2.0.1, N04. */
public record SetVariableMonitoringRequest(@NotEmpty List<SetMonitoringData> setMonitoringData)
        implements CsmsCall<SetVariableMonitoringResponse> {
    /** Lists are copied. */
    public SetVariableMonitoringRequest {
        setMonitoringData = List.copyOf(setMonitoringData);
    }

    @Override
    public Class<SetVariableMonitoringResponse> responseType() {
        return SetVariableMonitoringResponse.class;
    }
}
