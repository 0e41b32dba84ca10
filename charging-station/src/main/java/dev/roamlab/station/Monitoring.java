package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.monitoring.EventData;
import dev.roamlab.ocpp.messages.monitoring.EventDataBuilder;
import dev.roamlab.ocpp.messages.monitoring.EventNotification;
import dev.roamlab.ocpp.messages.monitoring.EventTrigger;
import dev.roamlab.ocpp.messages.monitoring.MonitorType;
import dev.roamlab.ocpp.messages.monitoring.NotifyEventRequest;
import dev.roamlab.ocpp.messages.monitoring.VariableMonitoring;
import dev.roamlab.ocpp.messages.variables.Component;
import dev.roamlab.ocpp.messages.variables.Variable;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.device.DeviceVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Events: what monitors have noticed, and faults, which need none. Spec: OCPP 2.0.1 N07, N08. */
final class Monitoring {
    private Monitoring() {}

    /** When the next periodic monitor has to speak. */
    static Optional<Instant> due(StationState state) {
        return state.running()
                ? state.device().monitors().active().stream()
                        .flatMap(monitor -> monitor.due().stream())
                        .min(Instant::compareTo)
                : Optional.empty();
    }

    /** When a monitor that is periodic speaks for the first time, or next. */
    static Optional<Instant> nextPeriod(VariableMonitoring setting, Instant now) {
        long seconds = Math.max(1, setting.value().longValue());
        return switch (setting.type()) {
            case PERIODIC -> Optional.of(now.plusSeconds(seconds));
            case PERIODIC_CLOCK_ALIGNED ->
                Optional.of(Instant.ofEpochSecond((now.getEpochSecond() / seconds + 1) * seconds));
            case UPPER_THRESHOLD, LOWER_THRESHOLD, DELTA -> Optional.empty();
        };
    }

    /** Looks at all monitors; after every event. */
    static void look(Turn turn) {
        Monitors monitors = turn.device().monitors();
        if (monitors.active().isEmpty() || !turn.state().running()) {
            return;
        }
        List<Monitor> after = new ArrayList<>();
        List<EventData> events = new ArrayList<>();
        for (Monitor monitor : monitors.active()) {
            after.add(look(turn, monitor, events));
        }
        if (!after.equals(monitors.active())) {
            turn.become(turn.device().withMonitors(turn.device().monitors().withActive(after)));
        }
        tell(turn, events);
    }

    /** A fault has come or gone; 1.6 tells it in a status. */
    static void problem(Turn turn, int number, ErrorCode code, boolean gone) {
        int severity = switch (Severity.of(code)) {
            case ENDS -> 1;
            case SUSPENDS -> 4;
            case WARNS, NONE -> 6;
        };
        if (turn.state().idiom() == Idiom.V1_6
                || severity > turn.device().monitors().level()) {
            return;
        }
        Optional<Evse> place =
                number == 0 ? Optional.empty() : Optional.of(turn.state().place(number));
        Component component = new Component(place, place.isEmpty() ? "ChargingStation" : "Connector", Optional.empty());
        EventDataBuilder event = event(
                        turn, component, new Variable("Problem", Optional.empty()), EventTrigger.ALERTING)
                .actualValue(Boolean.toString(!gone))
                .techCode(Optional.of(words(code)))
                .eventNotificationType(EventNotification.HARD_WIRED_NOTIFICATION);
        tell(turn, List.of(gone ? event.cleared(Optional.of(true)).build() : event.build()));
    }

    private static Monitor look(Turn turn, Monitor monitor, List<EventData> events) {
        Optional<DeviceVariable> variable = turn.configuration().device().find(monitor.component(), monitor.variable());
        Optional<String> value = variable.flatMap(found -> Readings.of(turn.state(), found));
        boolean asleep =
                monitor.setting().transaction() && transaction(turn, monitor).isEmpty();
        if (value.isEmpty() || asleep) {
            return monitor.withDue(monitor.due().map(at -> later(turn, monitor, at)));
        }
        return switch (monitor.setting().type()) {
            case UPPER_THRESHOLD, LOWER_THRESHOLD -> threshold(turn, monitor, value.get(), events);
            case DELTA -> delta(turn, monitor, value.get(), events);
            case PERIODIC, PERIODIC_CLOCK_ALIGNED -> periodic(turn, monitor, value.get(), events);
        };
    }

    private static Monitor threshold(Turn turn, Monitor monitor, String value, List<EventData> events) {
        int compared = new BigDecimal(value).compareTo(monitor.setting().value());
        boolean beyond = monitor.setting().type() == MonitorType.UPPER_THRESHOLD ? compared > 0 : compared < 0;
        if (beyond == monitor.triggered() || !turn.state().uplink().accepted()) {
            return monitor;
        }
        EventDataBuilder event = event(turn, monitor, EventTrigger.ALERTING, value);
        events.add(beyond ? event.build() : event.cleared(Optional.of(true)).build());
        return monitor.withTriggered(beyond);
    }

    private static Monitor delta(Turn turn, Monitor monitor, String value, List<EventData> events) {
        if (monitor.reference().isEmpty()) {
            return monitor.withReference(Optional.of(value));
        }
        if (!turn.state().uplink().accepted()
                || !differs(monitor.reference().get(), value, monitor.setting().value())) {
            return monitor;
        }
        events.add(event(turn, monitor, EventTrigger.DELTA, value).build());
        return monitor.withReference(Optional.of(value));
    }

    private static Monitor periodic(Turn turn, Monitor monitor, String value, List<EventData> events) {
        if (monitor.due().filter(at -> !at.isAfter(turn.now())).isEmpty()) {
            return monitor;
        }
        events.add(event(turn, monitor, EventTrigger.PERIODIC, value).build());
        return monitor.withDue(monitor.due().map(at -> later(turn, monitor, at)));
    }

    private static Instant later(Turn turn, Monitor monitor, Instant due) {
        return due.isAfter(turn.now())
                ? due
                : nextPeriod(monitor.setting(), turn.now()).orElse(due);
    }

    /** Numbers differ by so much; a word that is another one differs. */
    private static boolean differs(String before, String now, BigDecimal by) {
        try {
            return new BigDecimal(now).subtract(new BigDecimal(before)).abs().compareTo(by) >= 0;
        } catch (NumberFormatException words) {
            return !before.equals(now);
        }
    }

    private static EventDataBuilder event(Turn turn, Monitor monitor, EventTrigger trigger, String value) {
        return event(turn, monitor.component(), monitor.variable(), trigger)
                .actualValue(value)
                .transactionId(transaction(turn, monitor))
                .variableMonitoringId(Optional.of(monitor.setting().id()))
                .eventNotificationType(EventNotification.CUSTOM_MONITOR);
    }

    private static EventDataBuilder event(Turn turn, Component component, Variable variable, EventTrigger trigger) {
        Monitors monitors = turn.device().monitors();
        int id = monitors.lastEvent() + 1;
        turn.become(turn.device().withMonitors(monitors.withLastEvent(id)));
        return EventDataBuilder.builder()
                .eventId(id)
                .timestamp(turn.now())
                .trigger(trigger)
                .component(component)
                .variable(variable);
    }

    private static Optional<String> transaction(Turn turn, Monitor monitor) {
        return monitor.component().evse().map(turn.state()::numbers).stream()
                .flatMap(List::stream)
                .flatMap(number -> turn.connector(number).transaction().stream())
                .map(Transaction::id)
                .findFirst();
    }

    private static void tell(Turn turn, List<EventData> events) {
        List<EventData> worth = events.stream()
                .filter(event ->
                        severity(turn, event) <= turn.device().monitors().level())
                .toList();
        if (!worth.isEmpty() && turn.configuration().flag(ConfigurationKey.MONITORING_ENABLED)) {
            turn.say(new Entry(new NotifyEventRequest(turn.now(), Optional.of(false), 0, worth), false, 0));
        }
    }

    private static int severity(Turn turn, EventData event) {
        return event.variableMonitoringId().stream()
                .flatMap(id -> turn.device().monitors().active().stream()
                        .filter(monitor -> monitor.setting().id() == id))
                .map(monitor -> monitor.setting().severity())
                .findFirst()
                .orElse(0);
    }

    /** {@code GROUND_FAILURE} is {@code GroundFailure}, as 1.6 has it. */
    private static String words(ErrorCode code) {
        return Stream.of(code.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .reduce("", String::concat);
    }
}
