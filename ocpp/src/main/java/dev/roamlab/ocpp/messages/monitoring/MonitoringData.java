package dev.roamlab.ocpp.messages.monitoring;

import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;

/** A variable and its monitors. */
public record MonitoringData(
        Component component, Variable variable, @NotEmpty List<VariableMonitoring> variableMonitoring) {
    /** Lists are copied. */
    public MonitoringData {
        variableMonitoring = List.copyOf(variableMonitoring);
    }
}
