package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.CsmsCall;

/** The CSMS wants a report on the whole device model, in one of three sizes. Spec: OCPP 2.0.1, B07. */
public record GetBaseReportRequest(int requestId, ReportBase reportBase) implements CsmsCall<GetBaseReportResponse> {
    @Override
    public Class<GetBaseReportResponse> responseType() {
        return GetBaseReportResponse.class;
    }
}
