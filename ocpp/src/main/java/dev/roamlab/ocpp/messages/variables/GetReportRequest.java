package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.payload.AtMost;
import java.util.List;

/** The CSMS wants a report on the components and variables that it describes. Spec: OCPP 2.0.1, B08. */
public record GetReportRequest(
        List<ComponentVariable> componentVariable,
        int requestId,
        @AtMost(4) List<ComponentCriterion> componentCriteria) implements CsmsCall<GetReportResponse> {
    /** Lists are copied. */
    public GetReportRequest {
        componentVariable = List.copyOf(componentVariable);
        componentCriteria = List.copyOf(componentCriteria);
    }

    @Override
    public Class<GetReportResponse> responseType() {
        return GetReportResponse.class;
    }
}
