package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.variables.GenericDeviceModelStatus;
import java.util.Optional;

/** Whether it does. */
public record SetMonitoringBaseResponse(GenericDeviceModelStatus status, Optional<StatusInfo> statusInfo)
        implements Response {}
