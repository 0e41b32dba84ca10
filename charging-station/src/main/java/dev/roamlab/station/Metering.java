package dev.roamlab.station;

import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.station.charging.Supply;
import dev.roamlab.station.physics.Car;
import dev.roamlab.station.physics.Charging;
import dev.roamlab.station.physics.Connection;
import dev.roamlab.station.physics.Flow;
import dev.roamlab.station.physics.PowerLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What flows at the connectors, and how cars and meters move on with time. */
final class Metering {
    private Metering() {}

    /** Brings cars and meters to the present, in pieces within which nothing changes. */
    static void moveOn(Turn turn) {
        while (turn.state().meteredTo().isBefore(turn.now())) {
            Instant from = turn.state().meteredTo();
            Instant to = nextBend(turn.state()).filter(turn.now()::isAfter).orElse(turn.now());
            charge(turn, Duration.between(from, to));
            turn.become(turn.state().withMeteredTo(to));
        }
    }

    /** When power will change by itself: a car is full, or profiles allow more or less. */
    static Optional<Instant> nextBend(StationState state) {
        return earlier(Quotas.nextEnd(state), earlier(nextFull(state), Allowance.nextChange(state)));
    }

    /** When the next car will be full, if things stay as they are. */
    private static Optional<Instant> nextFull(StationState state) {
        Optional<Instant> earliest = Optional.empty();
        for (ConnectorState connector : state.connectors()) {
            if (flow(state, connector).watts() > 0) {
                Optional<Instant> full = Charging.timeToFull(
                                connector.model().connection(),
                                connector.plug().orElseThrow().car(),
                                gridWatts(state),
                                Allowance.at(state, connector))
                        .map(state.meteredTo()::plus);
                earliest = earlier(earliest, full);
            }
        }
        return earliest;
    }

    /** What flows at a connector now; zero watts without a transaction that delivers. */
    static Flow flow(StationState state, ConnectorState connector) {
        if (!connector.delivering() || !state.running() || Transactions.faulty(state, connector)) {
            double volts = connector.model().voltage();
            return new Flow(0, volts, 0, connector.model().powerType().phases(), Flow.Bound.CONNECTOR);
        }
        return Charging.flow(
                connector.model().connection(),
                connector.plug().orElseThrow().car(),
                gridWatts(state),
                Allowance.at(state, connector));
    }

    /** What a car could take at a connector now. */
    static PowerLimit offered(StationState state, ConnectorState connector) {
        if (!connector.delivering() || !state.running() || Transactions.faulty(state, connector)) {
            return PowerLimit.ZERO;
        }
        PowerLimit allowed = Allowance.at(state, connector).and(PowerLimit.ofWatts(gridWatts(state)));
        Supply supply = Allowance.supply(state, connector.model());
        return new PowerLimit(
                supply.figure(allowed, ChargingRateUnit.W), supply.figure(allowed, ChargingRateUnit.A), 3, 0);
    }

    /** What has become of a transaction's energy flow. */
    static Transaction.Activity activity(StationState state, ConnectorState connector, Transaction running) {
        boolean carIsReady = connector.plug().filter(plug -> !plug.paused()).isPresent();
        if (carIsReady && (running.refused() || Transactions.faulty(state, connector))) {
            return Transaction.Activity.SUSPENDED_EVSE;
        }
        if (!carIsReady) {
            return Transaction.Activity.SUSPENDED_EV;
        }
        Flow flow = flow(state, connector);
        if (flow.watts() > 0) {
            return Transaction.Activity.CHARGING;
        }
        return flow.stoppedByStation() ? Transaction.Activity.SUSPENDED_EVSE : Transaction.Activity.SUSPENDED_EV;
    }

    private static void charge(Turn turn, Duration time) {
        StationState before = turn.state();
        for (ConnectorState connector : before.connectors()) {
            if (flow(before, connector).watts() > 0) {
                Connection connection = connector.model().connection();
                Plug plug = connector.plug().orElseThrow();
                Car car = plug.car();
                var charged =
                        Charging.charge(connection, car, gridWatts(before), Allowance.at(before, connector), time);
                turn.put(connector
                        .withPlug(Optional.of(plug.with(charged.car())))
                        .withTransaction(connector
                                .transaction()
                                .map(running -> running.withChargedMillis(running.chargedMillis() + time.toMillis())))
                        .withRegisterWh(connector.registerWh() + charged.energyWh()));
            }
        }
    }

    /** Every connector that delivers has an equal share of the grid connection. A full car needs none. */
    static double gridWatts(StationState state) {
        return state.spec().model().gridKw() * 1000 / Allowance.sharing(state);
    }

    static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || (other.isPresent() && other.get().isBefore(one.get())) ? other : one;
    }
}
