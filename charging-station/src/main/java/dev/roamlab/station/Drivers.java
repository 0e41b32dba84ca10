package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.STOP_TRANSACTION_ON_EV_SIDE_DISCONNECT;

import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.station.Transaction.StopAsked;
import dev.roamlab.station.models.Quirk;
import dev.roamlab.station.physics.Car;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What people and cars do at a station. */
final class Drivers {
    private Drivers() {}

    static void plugIn(Turn turn, int number, Car car) {
        Optional<ConnectorState> connector = turn.state().connector(number);
        if (connector.isEmpty()
                || connector.get().plug().isPresent()
                || Statuses.siblingBusy(turn.state(), connector.get())) {
            return;
        }
        turn.put(connector
                .get()
                .withPlug(Optional.of(new Plug(car, false)))
                .withFinishing(false)
                .withBill(Bill.NONE));
        if (turn.state().running()) {
            Openings.cableIn(turn, number);
            Transactions.startIfReady(turn, number, turn.state().idiom().cableTrigger());
        }
    }

    static void unplug(Turn turn, int number) {
        if (turn.state()
                .connector(number)
                .filter(plugged -> plugged.plug().isPresent())
                .isEmpty()) {
            return;
        }
        if (turn.configuration().flag(STOP_TRANSACTION_ON_EV_SIDE_DISCONNECT)) {
            Transactions.end(
                    turn, number, StoppedReason.EV_DISCONNECTED, TriggerReason.EV_COMMUNICATION_LOST, Optional.empty());
        }
        turn.change(number, free -> free.withPlug(Optional.empty()).withFinishing(false));
        Openings.cableOut(turn, number);
    }

    static void pause(Turn turn, int number, boolean pause) {
        if (turn.state().connector(number).isPresent()) {
            turn.change(number, connector -> connector.withPlug(connector.plug().map(plug -> plug.paused(pause))));
        }
    }

    static void present(Turn turn, Optional<Integer> meant, IdToken shown) {
        IdToken token = turn.state().spec().model().quirks().has(Quirk.UPPER_CASE_TOKENS)
                ? new IdToken(shown.idToken().toUpperCase(Locale.ROOT), shown.type())
                : shown;
        if (!turn.state().running() || turn.state().restart().isPresent()) {
            return;
        }
        Optional<ConnectorState> connector =
                meant.isPresent() ? meant.flatMap(turn.state()::connector) : guess(turn.state(), token);
        if (connector.isEmpty()) {
            return;
        }
        if (connector.get().transaction().isPresent()) {
            mayStop(turn, connector.get(), token);
        } else if (mayAsk(turn, connector.get(), token)) {
            Authorising.begin(turn, connector.get().number(), token, Optional.empty(), Optional.empty());
        }
    }

    /** The CSMS has judged a token that was presented to stop somebody else's transaction. */
    static void stopAnswered(Turn turn, int number, IdTokenInfo info) {
        Transaction running = turn.connector(number).transaction().orElseThrow();
        IdToken token = running.stopAsked().orElseThrow().idToken();
        Authorising.learn(turn, token, info);
        turn.change(
                number, connector -> connector.withTransaction(Optional.of(running.withStopAsked(Optional.empty()))));
        if (Authorising.accepted(info) && sameGroup(running, info.groupIdToken())) {
            stop(turn, number, token);
        }
    }

    private static void mayStop(Turn turn, ConnectorState connector, IdToken token) {
        Transaction running = connector.transaction().orElseThrow();
        if (running.idToken().equals(token)) {
            stop(turn, connector.number(), token);
        } else if (running.group().isEmpty()) {
            return; // nobody but the token itself
        } else if (turn.state().uplink().accepted()) {
            long ref = turn.send(new AuthorizeRequest(token));
            turn.put(connector.withTransaction(
                    Optional.of(running.withStopAsked(Optional.of(new StopAsked(ref, token))))));
        } else if (sameGroup(running, Authorising.known(turn, token).flatMap(IdTokenInfo::groupIdToken))) {
            stop(turn, connector.number(), token);
        }
    }

    private static void stop(Turn turn, int number, IdToken token) {
        Transactions.end(turn, number, StoppedReason.LOCAL, TriggerReason.STOP_AUTHORIZED, Optional.of(token));
    }

    private static boolean sameGroup(Transaction running, Optional<IdToken> group) {
        return running.group().isPresent() && running.group().equals(group);
    }

    /** A connector reserved for another is worth a question only where its reservation admits a whole group. */
    private static boolean mayAsk(Turn turn, ConnectorState connector, IdToken token) {
        boolean hopeless = connector
                .reservation()
                .filter(reservation -> !reservation.idToken().equals(token)
                        && reservation.group().isEmpty())
                .isPresent();
        return Transactions.open(turn.state(), connector) && !hopeless;
    }

    /** Which connector is meant: the token's own transaction, its reservation, a cable that waits, the first free one. */
    private static Optional<ConnectorState> guess(StationState state, IdToken token) {
        List<Predicate<ConnectorState>> preferences = List.of(
                connector -> connector
                        .transaction()
                        .filter(running -> running.idToken().equals(token))
                        .isPresent(),
                connector -> connector
                        .reservation()
                        .filter(reserved -> reserved.idToken().equals(token))
                        .isPresent(),
                connector ->
                        Transactions.open(state, connector) && connector.plug().isPresent(),
                connector -> Transactions.open(state, connector)
                        && connector.reservation().isEmpty(),
                connector -> connector.transaction().isPresent());
        for (Predicate<ConnectorState> preference : preferences) {
            Optional<ConnectorState> first =
                    state.connectors().stream().filter(preference).findFirst();
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }
}
