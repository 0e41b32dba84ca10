package dev.roamlab.station;

import static dev.roamlab.ocpp.messages.ConnectorStatus.AVAILABLE;

import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.models.Quirk;
import java.util.Optional;

/** Which status a connector has, and telling the CSMS when it changes. */
final class Statuses {
    private Statuses() {}

    /** Tells what has changed since it was last told. */
    static void tell(Turn turn) {
        if (!turn.state().uplink().accepted()) {
            return;
        }
        Idiom idiom = turn.state().idiom();
        Status whole = ofStation(turn.state());
        if (idiom.tellsStationStatus() && !silent(turn) && !turn.state().told().equals(Optional.of(whole))) {
            turn.become(turn.state().withTold(whole.shared()));
            say(turn, 0, whole);
        }
        for (ConnectorState connector : turn.state().connectors()) {
            Status status = idiom.told(of(turn.state(), connector));
            if (!connector.told().equals(Optional.of(status))) {
                turn.put(connector.withTold(status.shared()));
                say(turn, connector.number(), status);
            }
        }
    }

    /** Says the present status, changed or not. */
    static void say(Turn turn, int connector) {
        Idiom idiom = turn.state().idiom();
        if (connector != 0) {
            say(turn, connector, idiom.told(of(turn.state(), turn.connector(connector))));
        } else if (idiom.tellsStationStatus()) {
            say(turn, connector, ofStation(turn.state()));
        }
    }

    private static void say(Turn turn, int connector, Status status) {
        turn.say(new Entry(Messages.status(turn.state(), connector, status, turn.now()), false, connector));
    }

    /** Some models tell nothing of the station as a whole. */
    private static boolean silent(Turn turn) {
        return turn.state().spec().model().quirks().has(Quirk.NO_STATION_STATUS);
    }

    /** The CSMS may not know what it was told: tells it again. */
    static void forget(Turn turn, int connector) {
        if (connector == 0) {
            turn.become(turn.state().withTold(Optional.empty()));
        } else {
            turn.change(connector, forgetful -> forgetful.withTold(Optional.empty()));
        }
    }

    static void forgetAll(Turn turn) {
        for (int connector = 0; connector <= turn.state().connectors().size(); connector++) {
            forget(turn, connector);
        }
    }

    static Status ofStation(StationState state) {
        Optional<ErrorCode> code = state.fault();
        if (Severity.of(code).preventsCharging()) {
            return new Status(ConnectorStatus.FAULTED, code);
        }
        return new Status(state.operative() ? AVAILABLE : ConnectorStatus.UNAVAILABLE, code);
    }

    static Status of(StationState state, ConnectorState connector) {
        Optional<ErrorCode> code = connector.fault().or(state::fault);
        if (Severity.of(code) == Severity.ENDS) {
            return new Status(ConnectorStatus.FAULTED, code);
        }
        if (connector.transaction().isPresent()) {
            return new Status(inTransaction(connector.transaction().get()), code);
        }
        if (Severity.of(code) == Severity.SUSPENDS) {
            return new Status(ConnectorStatus.FAULTED, code);
        }
        return new Status(withoutTransaction(state, connector), code);
    }

    private static ConnectorStatus inTransaction(Transaction running) {
        return switch (running.activity()) {
            case CHARGING -> ConnectorStatus.CHARGING;
            case SUSPENDED_EV -> ConnectorStatus.SUSPENDED_EV;
            case SUSPENDED_EVSE -> ConnectorStatus.SUSPENDED_EVSE;
        };
    }

    private static ConnectorStatus withoutTransaction(StationState state, ConnectorState connector) {
        boolean wanted = connector.pending().filter(PendingStart::authorised).isPresent();
        boolean closed = FirmwareUpdates.closes(state) || Resets.closes(state, connector);
        if (!connector.operative() || !state.operative() || closed || siblingBusy(state, connector)) {
            return ConnectorStatus.UNAVAILABLE;
        } else if (connector.finishing()) {
            return ConnectorStatus.FINISHING;
        } else if (connector.reservation().isPresent() && !wanted) {
            return ConnectorStatus.RESERVED;
        }
        return wanted || connector.plug().isPresent() ? ConnectorStatus.PREPARING : AVAILABLE;
    }

    /** Whether another connector of the same EVSE is in use. */
    static boolean siblingBusy(StationState state, ConnectorState connector) {
        return state.connectors().stream()
                .anyMatch(other ->
                        other.evse() == connector.evse() && other.number() != connector.number() && other.busy());
    }
}
