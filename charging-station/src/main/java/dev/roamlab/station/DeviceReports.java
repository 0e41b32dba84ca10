package dev.roamlab.station;

import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.variables.AttributeType;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.ComponentCriterion;
import dev.roamlab.ocpp.messages.variables.ComponentVariable;
import dev.roamlab.ocpp.messages.variables.GenericDeviceModelStatus;
import dev.roamlab.ocpp.messages.variables.GetBaseReportRequest;
import dev.roamlab.ocpp.messages.variables.GetBaseReportResponse;
import dev.roamlab.ocpp.messages.variables.GetReportRequest;
import dev.roamlab.ocpp.messages.variables.GetReportResponse;
import dev.roamlab.ocpp.messages.variables.Mutability;
import dev.roamlab.ocpp.messages.variables.NotifyReportRequest;
import dev.roamlab.ocpp.messages.variables.ReportBase;
import dev.roamlab.ocpp.messages.variables.ReportData;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.ocpp.messages.variables.VariableAttribute;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.device.DeviceModel;
import dev.roamlab.station.device.DeviceVariable;
import dev.roamlab.station.device.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reports on the device model, in parts. Spec: OCPP 2.0.1 B07, B08. */
final class DeviceReports {
    private static final int ITEMS_PER_MESSAGE = 25;

    private DeviceReports() {}

    static GetBaseReportResponse base(Turn turn, GetBaseReportRequest request) {
        report(turn, request.requestId(), variable -> belongs(variable, request.reportBase()));
        return new GetBaseReportResponse(GenericDeviceModelStatus.ACCEPTED, Optional.empty());
    }

    static GetReportResponse report(Turn turn, GetReportRequest request) {
        Predicate<DeviceVariable> wanted = variable -> named(request.componentVariable(), variable)
                && request.componentCriteria().stream().allMatch(rule -> meets(turn.state(), variable, rule));
        boolean any = report(turn, request.requestId(), wanted);
        return new GetReportResponse(
                any ? GenericDeviceModelStatus.ACCEPTED : GenericDeviceModelStatus.EMPTY_RESULT_SET, Optional.empty());
    }

    /** Whether a list of components and variables names a variable; an empty list names all. */
    static boolean named(List<ComponentVariable> list, DeviceVariable variable) {
        return list.isEmpty()
                || list.stream()
                        .anyMatch(wanted -> covers(wanted.component(), variable.component())
                                && wanted.variable()
                                        .filter(name -> !covers(name, variable.variable()))
                                        .isEmpty());
    }

    private static boolean report(Turn turn, int requestId, Predicate<DeviceVariable> wanted) {
        List<ReportData> data = turn.configuration().device().all().stream()
                .filter(wanted)
                .map(variable -> data(turn.state(), variable))
                .toList();
        for (int from = 0, part = 0; from < data.size(); from += ITEMS_PER_MESSAGE, part++) {
            int to = Math.min(data.size(), from + ITEMS_PER_MESSAGE);
            turn.say(new Entry(
                    new NotifyReportRequest(
                            requestId, turn.now(), data.subList(from, to), Optional.of(to < data.size()), part),
                    false,
                    0));
        }
        return !data.isEmpty();
    }

    private static boolean belongs(DeviceVariable variable, ReportBase base) {
        return switch (base) {
            case FULL_INVENTORY -> true;
            case CONFIGURATION_INVENTORY -> variable.mutability() != Mutability.READ_ONLY;
            case SUMMARY_INVENTORY ->
                switch (variable.variable().name()) {
                    case "AvailabilityState", "Problem", "Enabled" -> true;
                    default -> false;
                };
        };
    }

    /** A name without an EVSE or an instance means all of them. */
    private static boolean covers(Component wanted, Component component) {
        return wanted.name().equalsIgnoreCase(component.name())
                && wanted.instance()
                        .filter(one -> !component.instance().equals(Optional.of(one)))
                        .isEmpty()
                && wanted.evse()
                        .filter(place -> !covers(place, component.evse()))
                        .isEmpty();
    }

    private static boolean covers(Evse wanted, Optional<Evse> place) {
        return place.filter(there -> there.id() == wanted.id()
                        && (wanted.connectorId().isEmpty()
                                || wanted.connectorId().equals(there.connectorId())))
                .isPresent();
    }

    private static boolean covers(Variable wanted, Variable variable) {
        return wanted.name().equalsIgnoreCase(variable.name())
                && wanted.instance()
                        .filter(one -> !variable.instance().equals(Optional.of(one)))
                        .isEmpty();
    }

    /** A component without a variable of that name is taken to be active, available and enabled, and to have no problem. */
    private static boolean meets(StationState state, DeviceVariable variable, ComponentCriterion rule) {
        String name = switch (rule) {
            case ACTIVE -> "Active";
            case AVAILABLE -> "Available";
            case ENABLED -> "Enabled";
            case PROBLEM -> "Problem";
        };
        DeviceModel model = state.configuration().device();
        return model.find(variable.component(), new Variable(name, Optional.empty()))
                .flatMap(found -> Readings.of(state, found))
                .map("true"::equals)
                .orElse(rule != ComponentCriterion.PROBLEM);
    }

    private static ReportData data(StationState state, DeviceVariable variable) {
        boolean secret = variable.mutability() == Mutability.WRITE_ONLY;
        return new ReportData(
                variable.component(),
                variable.variable(),
                List.of(new VariableAttribute(
                        Optional.of(AttributeType.ACTUAL),
                        secret ? Optional.empty() : Readings.of(state, variable),
                        Optional.of(variable.mutability()),
                        Optional.of(!(variable.source() instanceof Source.Live)),
                        Optional.of(variable.constant()))),
                Optional.of(variable.characteristics()));
    }
}
