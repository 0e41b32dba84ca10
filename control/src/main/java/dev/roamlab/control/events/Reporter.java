package dev.roamlab.control.events;

import dev.roamlab.control.chargers.Chargers;
import dev.roamlab.control.chargers.Views;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventType;
import dev.roamlab.station.ConnectorState;
import dev.roamlab.station.StationEvent;
import dev.roamlab.station.StationState;
import dev.roamlab.station.Status;
import dev.roamlab.station.Step;
import dev.roamlab.station.Transaction;
import dev.roamlab.station.Uplink.Phase;
import dev.roamlab.station.fleet.FleetListener;
import dev.roamlab.station.fleet.FleetWatcher;
import dev.roamlab.station.fleet.SimulatedStation;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Makes events of what happens to chargers: of the difference between before and after. Called on the chargers' event loops;
 * most of what happens to a charger is no news, and costs a few comparisons.
 */
public final class Reporter implements FleetWatcher, FleetListener, Chargers.News {
    private final Consumer<EventBuilder> tell;
    private final UnaryOperator<String> groupOf;

    /**
     * @param tell takes events, from any thread
     * @param groupOf the fleet of a charger by its id, empty for none
     */
    public Reporter(Consumer<EventBuilder> tell, UnaryOperator<String> groupOf) {
        this.tell = tell;
        this.groupOf = groupOf;
    }

    @Override
    public void happened(StationEvent event, StationState before, Step step) {
        StationState after = step.state();
        if (before.uplink().phase() != after.uplink().phase()) {
            uplink(before.uplink().phase(), after);
        }
        if (before.power() != after.power()) {
            boolean on = after.power() == StationState.Power.ON;
            tell(after, Event.of(on ? EventType.POWER_RESTORED : EventType.POWER_LOST, id(after)));
        }
        if (!before.told().equals(after.told())) {
            after.told().ifPresent(status -> status(after, 0, status));
        }
        if (before.connectors() != after.connectors()) {
            for (int i = 0; i < after.connectors().size(); i++) {
                connector(before.connectors().get(i), after.connectors().get(i), after);
            }
        }
        step.calls().forEach(call -> metered(call, after));
    }

    private void uplink(Phase before, StationState after) {
        Phase now = after.uplink().phase();
        boolean stood = before == Phase.BOOTING || before == Phase.ACCEPTED;
        if (now == Phase.ACCEPTED) {
            tell(after, Event.of(EventType.ACCEPTED, id(after)));
        } else if (now == Phase.BOOTING && !stood) {
            tell(after, Event.of(EventType.CONNECTED, id(after)));
        } else if (stood && now != Phase.BOOTING) {
            tell(after, Event.of(EventType.DISCONNECTED, id(after)));
        }
    }

    private void connector(ConnectorState before, ConnectorState after, StationState state) {
        if (before == after) {
            return;
        }
        int number = after.number();
        if (before.plug().isPresent() != after.plug().isPresent()) {
            EventType type = after.plug().isPresent() ? EventType.PLUGGED_IN : EventType.UNPLUGGED;
            tell(state, Event.of(type, id(state)).connector(Optional.of(number)));
        }
        Optional<String> ended = before.transaction().map(Transaction::id);
        Optional<String> begun = after.transaction().map(Transaction::id);
        if (!ended.equals(begun)) {
            ended.ifPresent(id -> tell(state, ended(before, after)));
            begun.ifPresent(id -> tell(state, metered(EventType.TRANSACTION_STARTED, after, state)));
        }
        if (!before.told().equals(after.told())) {
            after.told().ifPresent(status -> status(state, number, status));
        }
    }

    private static EventBuilder ended(ConnectorState before, ConnectorState after) {
        Transaction over = before.transaction().orElseThrow();
        return Event.of(EventType.TRANSACTION_ENDED)
                .connector(Optional.of(after.number()))
                .transactionId(Optional.of(over.id()))
                .idToken(Optional.of(over.idToken().idToken()))
                .energyWh(Optional.of(after.reading() - over.startRegisterWh()))
                .stateOfCharge(before.plug().map(plug -> Views.tenths(plug.car().stateOfCharge())));
    }

    private void metered(Step.Call call, StationState after) {
        boolean read = call.request() instanceof MeterValuesRequest
                || (call.request() instanceof TransactionEventRequest update
                        && update.eventType() == TransactionEventType.UPDATED
                        && !update.meterValue().isEmpty());
        if (!read) {
            return;
        }
        after.connectors().stream()
                .filter(connector -> connector.transaction().isPresent())
                .forEach(connector -> tell(after, metered(EventType.METER_VALUES, connector, after)));
    }

    private static EventBuilder metered(EventType type, ConnectorState connector, StationState state) {
        var seen = state.seenAt(state.meteredTo()).connector(connector.number());
        return Event.of(type)
                .connector(Optional.of(connector.number()))
                .transactionId(seen.transactionId())
                .idToken(
                        connector.transaction().map(running -> running.idToken().idToken()))
                .energyWh(Optional.of(seen.energyWh()))
                .powerW(Optional.of(Views.tenths(seen.watts())))
                .stateOfCharge(seen.stateOfCharge().map(Views::tenths));
    }

    private void status(StationState state, int connector, Status status) {
        tell(
                state,
                Event.of(EventType.STATUS_CHANGED, id(state))
                        .connector(Optional.of(connector))
                        .status(Optional.of(status.status()))
                        .errorCode(status.errorCode()));
    }

    @Override
    public void refused(SimulatedStation station, Throwable why) {
        tell(station, Event.of(EventType.CONNECTION_REFUSED).detail(Optional.of(String.valueOf(why.getMessage()))));
    }

    @Override
    public void callFailed(SimulatedStation station, String action, Throwable why) {
        tell(station, Event.of(EventType.CALL_FAILED).detail(Optional.of(action + ": " + why.getMessage())));
    }

    @Override
    public void connected(SimulatedStation station) {
        // Told by the change of its state.
    }

    @Override
    public void lost(SimulatedStation station, Close how) {
        // Told by the change of its state.
    }

    @Override
    public void added(SimulatedStation station) {
        tell(station, Event.of(EventType.CHARGER_ADDED));
    }

    @Override
    public void changed(SimulatedStation station) {
        tell(station, Event.of(EventType.CHARGER_CHANGED));
    }

    @Override
    public void removed(SimulatedStation station) {
        tell(station, Event.of(EventType.CHARGER_REMOVED));
    }

    private void tell(SimulatedStation station, EventBuilder event) {
        tell(station.chargePointId(), station.group(), event);
    }

    private void tell(StationState state, EventBuilder event) {
        String id = id(state);
        tell(id, groupOf.apply(id), event);
    }

    private void tell(String id, String group, EventBuilder event) {
        tell.accept(
                event.chargePointId(Optional.of(id)).group(group.isEmpty() ? Optional.empty() : Optional.of(group)));
    }

    private static String id(StationState state) {
        return state.spec().chargePointId();
    }
}
