package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.Variable;
import java.math.BigDecimal;
import java.util.Optional;

/** A monitor that is to be set. */
@OcppRecord
public record SetMonitoringData(
        Optional<Integer> id,
        Optional<Boolean> transaction,
        BigDecimal value,
        MonitorType type,
        int severity,
        Component component,
        Variable variable) {}
