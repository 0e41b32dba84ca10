package dev.roamlab.station;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.Step.Call;
import dev.roamlab.station.Step.LinkOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One event being dealt with: the state so far, and what is to be sent. Lives for one call of the state machine. */
final class Turn {
    private final Instant now;
    private final Instant since;
    private final List<Call> calls = new ArrayList<>();
    private List<HostOrder> orders = List.of();
    private StationState state;
    private Optional<Response> answer = Optional.empty();
    private LinkOrder link = LinkOrder.KEEP;

    Turn(StationState state, Instant now) {
        this.state = state;
        this.now = now;
        this.since = state.meteredTo();
    }

    Instant now() {
        return now;
    }

    /** When the event before this one was. */
    Instant since() {
        return since;
    }

    StationState state() {
        return state;
    }

    Configuration configuration() {
        return state.configuration();
    }

    void become(StationState next) {
        state = next;
    }

    /** A connector that is known to exist. */
    ConnectorState connector(int number) {
        return state.connectors().get(number - 1);
    }

    void change(int number, UnaryOperator<ConnectorState> change) {
        put(change.apply(connector(number)));
    }

    void put(ConnectorState changed) {
        List<ConnectorState> connectors = new ArrayList<>(state.connectors());
        connectors.set(changed.number() - 1, changed);
        state = state.withConnectors(connectors);
    }

    /** Sends a call at once, past the outbox. */
    long send(StationCall<?> request) {
        long ref = nextRef();
        calls.add(new Call(ref, request));
        return ref;
    }

    /** Says something in its turn. */
    void say(Entry entry) {
        boolean worthWhile = entry.kept() || state.uplink().accepted();
        if (worthWhile && state.idiom().says(entry.request())) {
            state = state.withOutbox(state.outbox().add(entry));
        }
    }

    void answer(Response response) {
        answer = Optional.of(response);
    }

    /** Has the host do something. */
    void order(HostOrder order) {
        List<HostOrder> more = new ArrayList<>(orders);
        more.add(order);
        orders = more;
    }

    /** A number for a call or an order. */
    long nextRef() {
        long ref = state.lastRef() + 1;
        state = state.withLastRef(ref);
        return ref;
    }

    DeviceState device() {
        return state.device();
    }

    void become(DeviceState device) {
        state = state.withDevice(device);
    }

    void link(LinkOrder order) {
        link = order;
    }

    /** Ends the turn: sends what may be sent, and says when the station wants to be woken. */
    Step step() {
        if (state.uplink().accepted() && state.outbox().maySend(now)) {
            long ref = send(state.outbox().entries().get(0).request());
            state = state.withOutbox(state.outbox().sent(ref));
        }
        return new Step(state, answer, calls, orders, link, Upkeep.nextDue(state));
    }
}
