package dev.roamlab.station;

import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.monitoring.ClearMonitoringResult;
import dev.roamlab.ocpp.messages.monitoring.ClearMonitoringStatus;
import dev.roamlab.ocpp.messages.monitoring.ClearVariableMonitoringRequest;
import dev.roamlab.ocpp.messages.monitoring.ClearVariableMonitoringResponse;
import dev.roamlab.ocpp.messages.monitoring.MonitoringBase;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringBaseRequest;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringBaseResponse;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringData;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringLevelRequest;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringLevelResponse;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringResult;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringStatus;
import dev.roamlab.ocpp.messages.monitoring.SetVariableMonitoringRequest;
import dev.roamlab.ocpp.messages.monitoring.SetVariableMonitoringResponse;
import dev.roamlab.ocpp.messages.monitoring.VariableMonitoring;
import dev.roamlab.ocpp.messages.variables.GenericDeviceModelStatus;
import dev.roamlab.station.device.DeviceVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which variables a CSMS wants to be told of. Spec: OCPP 2.0.1 N03 to N06. */
final class MonitorSettings {
    private static final int MAX_SEVERITY = 9;

    private MonitorSettings() {}

    static SetVariableMonitoringResponse set(Turn turn, SetVariableMonitoringRequest request) {
        DeviceVariables.requireFew(
                turn, "SetVariableMonitoring", request.setMonitoringData().size());
        return new SetVariableMonitoringResponse(request.setMonitoringData().stream()
                .map(asked -> set(turn, asked))
                .toList());
    }

    static ClearVariableMonitoringResponse clear(Turn turn, ClearVariableMonitoringRequest request) {
        DeviceVariables.requireFew(turn, "ClearVariableMonitoring", request.id().size());
        List<ClearMonitoringResult> results = new ArrayList<>();
        for (int id : request.id()) {
            Monitors monitors = turn.device().monitors();
            List<Monitor> left = monitors.active().stream()
                    .filter(monitor -> monitor.setting().id() != id)
                    .toList();
            boolean known = left.size() < monitors.active().size();
            become(turn, monitors.withActive(left));
            results.add(new ClearMonitoringResult(
                    known ? ClearMonitoringStatus.ACCEPTED : ClearMonitoringStatus.NOT_FOUND, id, Optional.empty()));
        }
        return new ClearVariableMonitoringResponse(results);
    }

    /** None of these stations has monitors of its own, so that only those wired in are left of any base but all. */
    static SetMonitoringBaseResponse base(Turn turn, SetMonitoringBaseRequest request) {
        Monitors monitors = turn.device().monitors().withBase(request.monitoringBase());
        become(turn, request.monitoringBase() == MonitoringBase.ALL ? monitors : monitors.withActive(List.of()));
        return new SetMonitoringBaseResponse(GenericDeviceModelStatus.ACCEPTED, Optional.empty());
    }

    static SetMonitoringLevelResponse level(Turn turn, SetMonitoringLevelRequest request) {
        if (request.severity() < 0 || request.severity() > MAX_SEVERITY) {
            return new SetMonitoringLevelResponse(
                    GenericStatus.REJECTED, Why.of("ValueOutOfRange", "severity: " + request.severity() + ", 0 to 9"));
        }
        become(turn, turn.device().monitors().withLevel(request.severity()));
        return new SetMonitoringLevelResponse(GenericStatus.ACCEPTED, Optional.empty());
    }

    private static SetMonitoringResult set(Turn turn, SetMonitoringData asked) {
        Optional<DeviceVariable> variable = turn.configuration().device().find(asked.component(), asked.variable());
        if (variable.isEmpty()) {
            return new SetMonitoringResult(
                    Optional.empty(),
                    Optional.empty(),
                    turn.configuration().device().has(asked.component())
                            ? SetMonitoringStatus.UNKNOWN_VARIABLE
                            : SetMonitoringStatus.UNKNOWN_COMPONENT,
                    asked.type(),
                    asked.component(),
                    asked.variable(),
                    asked.severity());
        }
        Optional<SetMonitoringResult> refused = MonitorRules.refusal(turn.state(), asked, variable.get());
        return refused.orElseGet(() -> accept(turn, asked, variable.get()));
    }

    private static SetMonitoringResult accept(Turn turn, SetMonitoringData asked, DeviceVariable variable) {
        Monitors monitors = turn.device().monitors();
        int id = asked.id().orElse(monitors.lastId() + 1);
        VariableMonitoring setting = new VariableMonitoring(
                id, asked.transaction().orElse(false), asked.value(), asked.type(), asked.severity());
        Monitor monitor = new Monitor(
                variable.component(),
                variable.variable(),
                setting,
                Optional.empty(),
                false,
                Monitoring.nextPeriod(setting, turn.now()));
        List<Monitor> active = new ArrayList<>(monitors.active());
        active.removeIf(old -> old.setting().id() == id);
        active.add(monitor);
        become(turn, monitors.withActive(active).withLastId(Math.max(id, monitors.lastId())));
        return new SetMonitoringResult(
                Optional.of(id),
                Optional.empty(),
                SetMonitoringStatus.ACCEPTED,
                asked.type(),
                asked.component(),
                asked.variable(),
                asked.severity());
    }

    private static void become(Turn turn, Monitors monitors) {
        turn.become(turn.device().withMonitors(monitors));
    }
}
