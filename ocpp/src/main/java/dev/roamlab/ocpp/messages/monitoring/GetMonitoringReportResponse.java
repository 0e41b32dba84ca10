package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.variables.GenericDeviceModelStatus;
import java.util.Optional;

/** Whether a report will follow. */
public record GetMonitoringReportResponse(GenericDeviceModelStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
