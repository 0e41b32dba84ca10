package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.monitoring.ClearMonitoringStatus;
import dev.roamlab.ocpp.messages.monitoring.ClearVariableMonitoringRequest;
import dev.roamlab.ocpp.messages.monitoring.ClearVariableMonitoringResponse;
import dev.roamlab.ocpp.messages.monitoring.EventData;
import dev.roamlab.ocpp.messages.monitoring.EventNotification;
import dev.roamlab.ocpp.messages.monitoring.EventTrigger;
import dev.roamlab.ocpp.messages.monitoring.GetMonitoringReportRequest;
import dev.roamlab.ocpp.messages.monitoring.GetMonitoringReportResponse;
import dev.roamlab.ocpp.messages.monitoring.MonitorType;
import dev.roamlab.ocpp.messages.monitoring.MonitoringBase;
import dev.roamlab.ocpp.messages.monitoring.MonitoringCriterion;
import dev.roamlab.ocpp.messages.monitoring.NotifyEventRequest;
import dev.roamlab.ocpp.messages.monitoring.NotifyMonitoringReportRequest;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringBaseRequest;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringData;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringLevelRequest;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringResult;
import dev.roamlab.ocpp.messages.monitoring.SetMonitoringStatus;
import dev.roamlab.ocpp.messages.monitoring.SetVariableMonitoringRequest;
import dev.roamlab.ocpp.messages.monitoring.SetVariableMonitoringResponse;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.GenericDeviceModelStatus;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.station.physics.Cars;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitoringTest {
    private final StationRig rig = StationRig.booted("post-22-twin", Idiom.V2_0_1);

    @Test
    void a_threshold_is_told_once_when_it_is_passed_and_once_when_it_is_over() {
        int id = monitor("EVSE", "Power", MonitorType.UPPER_THRESHOLD, "1000")
                .id()
                .orElseThrow();

        charge();
        rig.pass(Duration.ofMinutes(5));
        EventData passed = only(events());
        assertThat(passed.trigger()).isEqualTo(EventTrigger.ALERTING);
        assertThat(passed.actualValue()).isEqualTo("22080.0");
        assertThat(passed.variableMonitoringId()).contains(id);
        assertThat(passed.transactionId()).isPresent();
        assertThat(passed.cleared()).isEmpty();

        rig.happen(new StationEvent.Unplugged(1));
        assertThat(only(events()).cleared()).contains(true);
    }

    @Test
    void a_delta_is_told_for_words_too() {
        monitor("EVSE", "AvailabilityState", MonitorType.DELTA, "1");
        rig.pass(Duration.ofSeconds(1));
        assertThat(events()).isEmpty();

        rig.happen(new StationEvent.PluggedIn(1, Cars.named("finch-52").at(20)));

        assertThat(only(events()).actualValue()).isEqualTo("Occupied");
    }

    @Test
    void a_periodic_monitor_speaks_at_its_pace() {
        monitor("EVSE", "Power", MonitorType.PERIODIC, "60");
        rig.pass(Duration.ofMinutes(3).plusSeconds(5));

        assertThat(events()).hasSize(3).allMatch(event -> event.trigger() == EventTrigger.PERIODIC);
    }

    @Test
    void faults_are_told_without_a_monitor_and_not_in_1_6() {
        rig.happen(new StationEvent.FaultDetected(2, ErrorCode.GROUND_FAILURE));
        EventData fault = only(events());
        assertThat(fault.eventNotificationType()).isEqualTo(EventNotification.HARD_WIRED_NOTIFICATION);
        assertThat(fault.component().evse()).contains(Evse.of(2, 1));
        assertThat(fault.techCode()).contains("GroundFailure");

        rig.happen(new StationEvent.FaultCleared(2));
        EventData gone = only(events());
        assertThat(gone.cleared()).contains(true);
        assertThat(gone.eventId()).isEqualTo(fault.eventId() + 1);

        StationRig old = StationRig.booted("post-22-twin");
        old.happen(new StationEvent.FaultDetected(2, ErrorCode.GROUND_FAILURE));
        assertThat(old.sent(NotifyEventRequest.class)).isEmpty();
    }

    @Test
    void what_is_less_severe_than_the_level_is_not_told() {
        rig.ask(new SetMonitoringLevelRequest(3));

        rig.happen(new StationEvent.FaultDetected(1, ErrorCode.WEAK_SIGNAL));
        assertThat(events()).isEmpty();
        rig.happen(new StationEvent.FaultDetected(2, ErrorCode.GROUND_FAILURE));
        assertThat(events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Nonsense, Colour,            UPPER_THRESHOLD, 1,       3, UNKNOWN_COMPONENT",
        "EVSE,     Colour,            UPPER_THRESHOLD, 1,       3, UNKNOWN_VARIABLE",
        "EVSE,     AvailabilityState, UPPER_THRESHOLD, 1,       3, UNSUPPORTED_MONITOR_TYPE",
        "EVSE,     AllowReset,        DELTA,           1,       3, REJECTED",
        "EVSE,     Power,             UPPER_THRESHOLD, 9999999, 3, REJECTED",
        "EVSE,     Power,             DELTA,           -1,      3, REJECTED",
        "EVSE,     Power,             PERIODIC,        60,     11, REJECTED"
    })
    void a_monitor_that_cannot_be_is_refused(
            String component, String variable, MonitorType type, String value, int severity, String status) {
        assertThat(monitor(component, variable, type, value, severity).status().name())
                .isEqualTo(status);
    }

    @Test
    void the_same_monitor_twice_is_a_duplicate() {
        monitor("EVSE", "Power", MonitorType.DELTA, "500");

        assertThat(monitor("EVSE", "Power", MonitorType.DELTA, "700").status())
                .isEqualTo(SetMonitoringStatus.DUPLICATE);
    }

    @Test
    void monitors_can_be_listed_and_cleared() {
        int id = monitor("EVSE", "Power", MonitorType.DELTA, "500").id().orElseThrow();
        monitor("EVSE", "Power", MonitorType.PERIODIC, "60");

        assertThat(report(MonitoringCriterion.DELTA_MONITORING)).isEqualTo(GenericDeviceModelStatus.ACCEPTED);
        assertThat(only(rig.sent(NotifyMonitoringReportRequest.class)).monitor())
                .hasSize(1);
        assertThat(clear(id)).isEqualTo(ClearMonitoringStatus.ACCEPTED);
        assertThat(clear(id)).isEqualTo(ClearMonitoringStatus.NOT_FOUND);
        assertThat(report(MonitoringCriterion.DELTA_MONITORING)).isEqualTo(GenericDeviceModelStatus.EMPTY_RESULT_SET);

        rig.ask(new SetMonitoringBaseRequest(MonitoringBase.HARD_WIRED_ONLY));
        assertThat(rig.state.device().monitors().active()).isEmpty();
    }

    private void charge() {
        rig.happen(new StationEvent.PluggedIn(1, Cars.named("finch-52").at(20)));
        rig.happen(new StationEvent.TokenPresented(Optional.of(1), IdToken.of("ANNA")));
    }

    private SetMonitoringResult monitor(String component, String variable, MonitorType type, String value) {
        return monitor(component, variable, type, value, 5);
    }

    private SetMonitoringResult monitor(
            String component, String variable, MonitorType type, String value, int severity) {
        return ((SetVariableMonitoringResponse) rig.ask(new SetVariableMonitoringRequest(List.of(new SetMonitoringData(
                        Optional.empty(),
                        Optional.empty(),
                        new BigDecimal(value),
                        type,
                        severity,
                        new Component(Optional.of(Evse.of(1)), component, Optional.empty()),
                        new Variable(variable, Optional.empty()))))))
                .setMonitoringResult()
                .get(0);
    }

    private GenericDeviceModelStatus report(MonitoringCriterion rule) {
        return ((GetMonitoringReportResponse) rig.ask(new GetMonitoringReportRequest(List.of(), 8, List.of(rule))))
                .status();
    }

    private ClearMonitoringStatus clear(int id) {
        return ((ClearVariableMonitoringResponse) rig.ask(new ClearVariableMonitoringRequest(List.of(id))))
                .clearMonitoringResult()
                .get(0)
                .status();
    }

    private List<EventData> events() {
        return rig.sent(NotifyEventRequest.class).stream()
                .flatMap(told -> told.eventData().stream())
                .toList();
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
