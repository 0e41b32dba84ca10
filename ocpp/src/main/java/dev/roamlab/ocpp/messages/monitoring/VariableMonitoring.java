package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.OcppRecord;
import java.math.BigDecimal;

/** A monitor as it stands. */
@OcppRecord
public record VariableMonitoring(int id, boolean transaction, BigDecimal value, MonitorType type, int severity) {}
