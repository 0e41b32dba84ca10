package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.CsmsCall;

/** The CSMS says from which severity on events are to be reported. Spec: OCPP 2.0.1, N05. */
public record SetMonitoringLevelRequest(int severity) implements CsmsCall<SetMonitoringLevelResponse> {
    @Override
    public Class<SetMonitoringLevelResponse> responseType() {
        return SetMonitoringLevelResponse.class;
    }
}
