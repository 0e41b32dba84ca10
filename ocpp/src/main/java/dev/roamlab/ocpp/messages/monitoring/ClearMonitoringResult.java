package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.StatusInfo;
import java.util.Optional;

/** What became of a monitor that was to be removed. */
public record ClearMonitoringResult(ClearMonitoringStatus status, int id, Optional<StatusInfo> statusInfo) {}
