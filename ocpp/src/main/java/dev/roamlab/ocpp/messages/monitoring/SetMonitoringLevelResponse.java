package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** Whether they will be. */
public record SetMonitoringLevelResponse(GenericStatus status, Optional<StatusInfo> statusInfo) implements Response {}
