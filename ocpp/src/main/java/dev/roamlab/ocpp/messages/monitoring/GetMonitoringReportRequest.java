package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.variables.ComponentVariable;
import dev.roamlab.ocpp.payload.AtMost;
import java.util.List;

/** The CSMS wants to know which monitors there are. Spec: OCPP 2.0.1, N02. */
public record GetMonitoringReportRequest(
        List<ComponentVariable> componentVariable,
        int requestId,
        @AtMost(3) List<MonitoringCriterion> monitoringCriteria)
        implements CsmsCall<GetMonitoringReportResponse> {
    /** Lists are copied. */
    public GetMonitoringReportRequest {
        componentVariable = List.copyOf(componentVariable);
        monitoringCriteria = List.copyOf(monitoringCriteria);
    }

    @Override
    public Class<GetMonitoringReportResponse> responseType() {
        return GetMonitoringReportResponse.class;
    }
}
