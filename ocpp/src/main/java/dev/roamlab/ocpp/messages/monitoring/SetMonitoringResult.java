package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.Variable;
import java.util.Optional;

/** What became of a monitor that was to be set. */
@OcppRecord
public record SetMonitoringResult(
        Optional<Integer> id,
        Optional<StatusInfo> statusInfo,
        SetMonitoringStatus status,
        MonitorType type,
        Component component,
        Variable variable,
        int severity) {}
