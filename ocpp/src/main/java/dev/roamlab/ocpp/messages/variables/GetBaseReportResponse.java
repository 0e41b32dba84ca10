package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether a report will follow. */
public record GetBaseReportResponse(GenericDeviceModelStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
