package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.StationCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One part of a report on the device model. Spec: OCPP 2.0.1, B07. */
@OcppRecord
public record NotifyReportRequest(
        int requestId, Instant generatedAt, List<ReportData> reportData, Optional<Boolean> tbc, int seqNo)
        implements StationCall<NotifyReportResponse> {
    /** Lists are copied. */
    public NotifyReportRequest {
        reportData = List.copyOf(reportData);
    }

    @Override
    public Class<NotifyReportResponse> responseType() {
        return NotifyReportResponse.class;
    }
}
