package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.CsmsCall;

/** The CSMS chooses which set of monitors the station goes by. Spec: OCPP 2.0.1, N03. */
public record SetMonitoringBaseRequest(MonitoringBase monitoringBase) implements CsmsCall<SetMonitoringBaseResponse> {
    @Override
    public Class<SetMonitoringBaseResponse> responseType() {
        return SetMonitoringBaseResponse.class;
    }
}
