package dev.roamlab.station;

import dev.roamlab.ocpp.messages.monitoring.GetMonitoringReportRequest;
import dev.roamlab.ocpp.messages.monitoring.GetMonitoringReportResponse;
import dev.roamlab.ocpp.messages.monitoring.MonitoringCriterion;
import dev.roamlab.ocpp.messages.monitoring.MonitoringData;
import dev.roamlab.ocpp.messages.monitoring.NotifyMonitoringReportRequest;
import dev.roamlab.ocpp.messages.variables.GenericDeviceModelStatus;
import dev.roamlab.station.Outbox.Entry;
import java.util.List;
import java.util.Optional;

/** Which monitors there are. Spec: OCPP 2.0.1 N02. */
final class MonitorReports {
    private static final int ITEMS_PER_MESSAGE = 10;

    private MonitorReports() {}

    static GetMonitoringReportResponse report(Turn turn, GetMonitoringReportRequest request) {
        List<MonitoringData> data = turn.device().monitors().active().stream()
                .filter(monitor -> named(turn, request, monitor))
                .filter(monitor -> request.monitoringCriteria().isEmpty()
                        || request.monitoringCriteria().contains(kind(monitor)))
                .map(monitor -> new MonitoringData(monitor.component(), monitor.variable(), List.of(monitor.setting())))
                .toList();
        for (int from = 0, part = 0; from < data.size(); from += ITEMS_PER_MESSAGE, part++) {
            int to = Math.min(data.size(), from + ITEMS_PER_MESSAGE);
            turn.say(new Entry(
                    new NotifyMonitoringReportRequest(
                            data.subList(from, to),
                            request.requestId(),
                            Optional.of(to < data.size()),
                            part,
                            turn.now()),
                    false,
                    0));
        }
        return new GetMonitoringReportResponse(
                data.isEmpty() ? GenericDeviceModelStatus.EMPTY_RESULT_SET : GenericDeviceModelStatus.ACCEPTED,
                Optional.empty());
    }

    private static boolean named(Turn turn, GetMonitoringReportRequest request, Monitor monitor) {
        return turn.configuration()
                .device()
                .find(monitor.component(), monitor.variable())
                .filter(variable -> DeviceReports.named(request.componentVariable(), variable))
                .isPresent();
    }

    private static MonitoringCriterion kind(Monitor monitor) {
        return switch (monitor.setting().type()) {
            case UPPER_THRESHOLD, LOWER_THRESHOLD -> MonitoringCriterion.THRESHOLD_MONITORING;
            case DELTA -> MonitoringCriterion.DELTA_MONITORING;
            case PERIODIC, PERIODIC_CLOCK_ALIGNED -> MonitoringCriterion.PERIODIC_MONITORING;
        };
    }
}
