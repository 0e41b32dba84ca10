package dev.roamlab.station;

import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.monitoring.MonitorType;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringData;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringResult;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringStatus;
import dev.roamlab.ocpp.messages.variables.DataType;
import dev.roamlab.station.device.DeviceVariable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What stands against a monitor. Spec: OCPP 2.0.1 N04. */
final class MonitorRules {
    private static final int MAX_SEVERITY = 9;
    private static final int MAX_MONITORS = 50;

    private MonitorRules() {}

    static Optional<SetMonitoringResult> refusal(StationState state, SetMonitoringData asked, DeviceVariable variable) {
        List<Monitor> active = state.device().monitors().active();
        if (!variable.characteristics().supportsMonitoring()) {
            return rejected(asked, "UnsupportedRequest", "this variable cannot be monitored");
        } else if (isThreshold(asked.type()) && !numeric(variable)) {
            return refused(
                    asked,
                    SetMonitoringStatus.UNSUPPORTED_MONITOR_TYPE,
                    Why.of("UnsupportedParam", "a threshold needs a number"));
        } else if (asked.severity() < 0 || asked.severity() > MAX_SEVERITY) {
            return rejected(asked, "ValueOutOfRange", "severity: " + asked.severity() + ", 0 to 9");
        } else if (!isThreshold(asked.type()) && asked.value().signum() <= 0) {
            return rejected(asked, "ValuePositiveOnly", "value: " + asked.value() + ", must be above 0");
        } else if (isThreshold(asked.type()) && outOfRange(asked.value(), variable)) {
            return rejected(asked, "ValueOutOfRange", "value: " + asked.value() + " is never reached");
        } else if (asked.id().isPresent()) {
            return replacing(asked, variable, active);
        } else if (active.stream().anyMatch(old -> same(old, asked, variable))) {
            return refused(asked, SetMonitoringStatus.DUPLICATE, Optional.empty());
        } else if (active.size() >= MAX_MONITORS) {
            return rejected(asked, "OutOfStorage", active.size() + " monitors are there, at most " + MAX_MONITORS);
        }
        return Optional.empty();
    }

    static boolean isThreshold(MonitorType type) {
        return type == MonitorType.UPPER_THRESHOLD || type == MonitorType.LOWER_THRESHOLD;
    }

    static boolean numeric(DeviceVariable variable) {
        DataType type = variable.characteristics().dataType();
        return type == DataType.INTEGER || type == DataType.DECIMAL;
    }

    /** A monitor with an id takes the place of the one that has it, of the same variable. */
    private static Optional<SetMonitoringResult> replacing(
            SetMonitoringData asked, DeviceVariable variable, List<Monitor> active) {
        Optional<Monitor> old = active.stream()
                .filter(monitor ->
                        asked.id().equals(Optional.of(monitor.setting().id())))
                .findFirst();
        if (old.isEmpty()) {
            return rejected(asked, "NotFound", "id: no monitor " + asked.id().get());
        }
        boolean other = !old.get().component().equals(variable.component())
                || !old.get().variable().equals(variable.variable());
        return other
                ? rejected(asked, "InvalidValue", "id: monitor " + asked.id().get() + " is of another variable")
                : Optional.empty();
    }

    private static boolean same(Monitor old, SetMonitoringData asked, DeviceVariable variable) {
        return old.component().equals(variable.component())
                && old.variable().equals(variable.variable())
                && old.setting().type() == asked.type()
                && old.setting().severity() == asked.severity();
    }

    private static boolean outOfRange(BigDecimal value, DeviceVariable variable) {
        return variable.characteristics()
                        .minLimit()
                        .filter(min -> value.compareTo(min) < 0)
                        .isPresent()
                || variable.characteristics()
                        .maxLimit()
                        .filter(max -> value.compareTo(max) > 0)
                        .isPresent();
    }

    private static Optional<SetMonitoringResult> rejected(SetMonitoringData asked, String code, String sentence) {
        return refused(asked, SetMonitoringStatus.REJECTED, Why.of(code, sentence));
    }

    private static Optional<SetMonitoringResult> refused(
            SetMonitoringData asked, SetMonitoringStatus status, Optional<StatusInfo> why) {
        return Optional.of(new SetMonitoringResult(
                Optional.empty(), why, status, asked.type(), asked.component(), asked.variable(), asked.severity()));
    }
}
