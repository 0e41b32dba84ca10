package dev.roamlab.station;

import dev.roamlab.ocpp.messages.monitoring.VariableMonitoring;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.Variable;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * One monitor of one variable.
 *
 * @param setting what the CSMS asked for, with its id
 * @param reference delta: the value that was last told
 * @param triggered threshold: the value is beyond it, and that has been told
 * @param due periodic: when the value is told next
 */
@RecordBuilder
public record Monitor(
        Component component,
        Variable variable,
        VariableMonitoring setting,
        Optional<String> reference,
        boolean triggered,
        Optional<Instant> due)
        implements MonitorBuilder.With {}
