package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.StationCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One part of a report on monitors. Spec: OCPP 2.0.1, N02. */
@OcppRecord
public record NotifyMonitoringReportRequest(
        List<MonitoringData> monitor, int requestId, Optional<Boolean> tbc, int seqNo, Instant generatedAt)
        implements StationCall<NotifyMonitoringReportResponse> {
    /** Lists are copied. */
    public NotifyMonitoringReportRequest {
        monitor = List.copyOf(monitor);
    }

    @Override
    public Class<NotifyMonitoringReportResponse> responseType() {
        return NotifyMonitoringReportResponse.class;
    }
}
