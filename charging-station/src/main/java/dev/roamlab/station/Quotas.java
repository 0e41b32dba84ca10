package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.MAX_ENERGY_ON_INVALID_ID;

import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.station.physics.Charging;
import java.time.Instant;
import java.util.Optional;

/** Transactions that end by themselves: so much energy, so much time, or what is left to a token that was refused late. */
final class Quotas {
    private Quotas() {}

    /** A driver wants no more than this. */
    static void set(Turn turn, StationEvent.QuotaSet wanted) {
        turn.state().connector(wanted.connector()).ifPresent(connector -> {
            Optional<Long> atWh = wanted.energyWh()
                    .map(energy -> energy
                            + connector
                                    .transaction()
                                    .map(Transaction::startRegisterWh)
                                    .orElse(0L));
            Quota quota = new Quota(atWh, wanted.time().map(turn.now()::plus));
            turn.put(connector.withTransaction(
                    connector.transaction().map(running -> running.withQuota(Optional.of(quota)))));
        });
    }

    /** Lets a refused token have a little where the configuration says so; false when there is nothing to let. */
    static boolean graceOf(Turn turn, int number) {
        int energy = turn.configuration().whole(MAX_ENERGY_ON_INVALID_ID);
        if (energy == 0) {
            return false;
        }
        long end = turn.connector(number).reading() + energy;
        turn.change(
                number,
                connector -> connector.withTransaction(
                        connector.transaction().map(running -> running.withGraceUntilWh(end))));
        return true;
    }

    static void endWhatIsUsedUp(Turn turn, int number) {
        ConnectorState connector = turn.connector(number);
        Optional<Transaction> running = connector.transaction();
        if (running.isEmpty()) {
            return;
        }
        if (running.get().graceUntilWh() > 0
                && connector.reading() >= running.get().graceUntilWh()) {
            turn.put(connector.withTransaction(running.map(over -> over.withGraceUntilWh(0))));
            Transactions.deauthorise(turn, number);
            return;
        }
        Optional<Quota> quota = running.get().quota().filter(set -> set.reached(connector.reading(), turn.now()));
        if (quota.isPresent()) {
            StoppedReason reason = quota.get().reason(connector.reading());
            Transactions.end(turn, number, reason, quota.get().trigger(connector.reading()), Optional.empty());
        }
    }

    /** When the first of them will be used up, if power stays as it is. */
    static Optional<Instant> nextEnd(StationState state) {
        Optional<Instant> next = Optional.empty();
        for (ConnectorState connector : state.connectors()) {
            Optional<Transaction> running = connector.transaction();
            if (running.isPresent()) {
                next = Metering.earlier(next, running.get().quota().flatMap(Quota::at));
                next = Metering.earlier(next, reached(state, connector, running.get()));
            }
        }
        return next;
    }

    private static Optional<Instant> reached(StationState state, ConnectorState connector, Transaction running) {
        long end = running.quota().flatMap(Quota::atWh).orElse(Long.MAX_VALUE);
        if (running.graceUntilWh() > 0) {
            end = Math.min(end, running.graceUntilWh());
        }
        if (end == Long.MAX_VALUE || Metering.flow(state, connector).watts() <= 0) {
            return Optional.empty();
        }
        return Charging.timeToEnergy(
                        connector.model().connection(),
                        connector.plug().orElseThrow().car(),
                        Metering.gridWatts(state),
                        Allowance.at(state, connector),
                        end - connector.registerWh())
                .map(state.meteredTo()::plus);
    }
}
