package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.METER_VALUE_SAMPLE_INTERVAL;
import static dev.roamlab.station.ConfigurationKey.STOP_TRANSACTION_ON_INVALID_ID;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.Transaction.Activity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How transactions begin, go on and end. */
final class Transactions {
    private Transactions() {}

    /** Whether a connector takes new customers. A reservation is judged elsewhere: it depends on the token. */
    static boolean open(StationState state, ConnectorState connector) {
        return state.running()
                && state.restart().isEmpty()
                && state.operative()
                && !state.goesInoperative()
                && connector.operative()
                && !connector.goesInoperative()
                && connector.transaction().isEmpty()
                && connector.pending().isEmpty()
                && !faulty(state, connector)
                && !FirmwareUpdates.closes(state)
                && !Resets.closes(state, connector)
                && !Statuses.siblingBusy(state, connector);
    }

    static boolean faulty(StationState state, ConnectorState connector) {
        return Severity.of(connector.fault()).preventsCharging()
                || Severity.of(state.fault()).preventsCharging();
    }

    /**
     * Token accepted and cable in: begins.
     *
     * @param last what came last
     */
    static void startIfReady(Turn turn, int number, TriggerReason last) {
        ConnectorState connector = turn.connector(number);
        boolean ready = connector.plug().isPresent()
                && connector.pending().filter(PendingStart::authorised).isPresent();
        if (!ready) {
            return;
        }
        Statuses.tell(turn); // Preparing goes out before the transaction
        start(turn, number, last);
    }

    private static void start(Turn turn, int number, TriggerReason last) {
        ConnectorState connector = turn.connector(number);
        PendingStart pending = connector.pending().orElseThrow();
        Opened opened = connector.opened().orElseGet(() -> Openings.fresh(turn, connector));
        Transaction running = new Transaction(
                opened.id(),
                pending.idToken(),
                pending.group(),
                pending.remoteStartId(),
                connector.reservation().map(Reservation::id),
                turn.now(),
                opened.startRegisterWh(),
                Math.max(0, opened.seqNo()),
                Activity.CHARGING,
                false,
                nextSample(turn, turn.now()),
                opened.chargedMillis(),
                connector.reading(),
                Optional.empty(),
                0,
                List.of(),
                Optional.empty());
        Reservations.useUp(turn, connector);
        turn.put(connector
                .withPending(Optional.empty())
                .withReservation(Optional.empty())
                .withOpened(Optional.empty())
                .withFinishing(false)
                .withTransaction(Optional.of(running)));
        pending.profile().ifPresent(profile -> SmartCharging.begin(turn, connector.evse(), profile, running));
        settleActivity(turn, number, false);
        boolean asked = pending.remoteStartId().isPresent();
        if (connector.opened().isEmpty()) {
            TriggerReason trigger = asked ? TriggerReason.REMOTE_START : last;
            say(turn, number, TransactionMessages.started(turn.state(), turn.connector(number), trigger, turn.now()));
        }
        if (turn.state().idiom().eventful()) {
            tell(turn, number, TriggerReason.CHARGING_STATE_CHANGED);
        }
        CarTalk.begin(turn, turn.connector(number));
    }

    /** The CSMS has judged the token of a transaction that has begun. */
    static void judged(Turn turn, int number, String transactionId, IdTokenInfo info) {
        ConnectorState connector = turn.connector(number);
        Optional<Transaction> same =
                connector.transaction().filter(running -> running.id().equals(transactionId));
        if (same.isEmpty()) {
            judgedBeforeCable(turn, connector, transactionId, info);
            return;
        }
        Authorising.learn(turn, same.get().idToken(), info);
        if (Authorising.accepted(info)) {
            Optional<IdToken> group = info.groupIdToken().or(same.get()::group);
            turn.put(connector.withTransaction(same.map(running -> running.withGroup(group))));
        } else if (!Quotas.graceOf(turn, number)) {
            deauthorise(turn, number);
        }
    }

    /** The token is no good: ends, or gets no energy where the configuration lets it go on. */
    static void deauthorise(Turn turn, int number) {
        if (turn.configuration().flag(STOP_TRANSACTION_ON_INVALID_ID)) {
            end(turn, number, StoppedReason.DE_AUTHORIZED, TriggerReason.DEAUTHORIZED, Optional.empty());
        } else {
            turn.change(
                    number,
                    connector -> connector.withTransaction(
                            connector.transaction().map(running -> running.withRefused(true))));
        }
    }

    private static void judgedBeforeCable(Turn turn, ConnectorState connector, String transactionId, IdTokenInfo info) {
        boolean same = connector
                .opened()
                .filter(opened -> opened.id().equals(transactionId))
                .isPresent();
        if (same && connector.pending().isPresent()) {
            Authorising.learn(turn, connector.pending().get().idToken(), info);
            if (!Authorising.accepted(info)) {
                Authorising.drop(turn, connector.number());
                if (connector.plug().isEmpty()) {
                    Openings.close(turn, connector.number(), StoppedReason.DE_AUTHORIZED, TriggerReason.DEAUTHORIZED);
                }
            }
        }
    }

    /** Ends the transaction at a connector, if there is one. */
    static void end(Turn turn, int number, StoppedReason reason, TriggerReason trigger, Optional<IdToken> by) {
        Optional<Transaction> running = turn.connector(number).transaction();
        if (running.isEmpty()) {
            return;
        }
        boolean goesOn = Openings.outlive(turn.state(), turn.connector(number), reason);
        nextMessage(turn, number);
        ConnectorState connector = turn.connector(number);
        say(
                turn,
                number,
                goesOn
                        ? TransactionMessages.stopped(turn.state(), connector, trigger, by, turn.now())
                        : TransactionMessages.ended(turn.state(), connector, reason, trigger, by, turn.now()));
        turn.put(connector
                .withTransaction(Optional.empty())
                .withOpened(goesOn ? connector.transaction().map(over -> leftOpen(over, reason)) : Optional.empty())
                .withFinishing(connector.plug().isPresent() && !connector.goesInoperative())
                .withOperative(connector.operative() && !connector.goesInoperative())
                .withGoesInoperative(false));
        if (!goesOn) {
            SmartCharging.forget(turn, connector.evse());
        }
        Availability.stationIdle(turn);
    }

    private static Opened leftOpen(Transaction over, StoppedReason reason) {
        return new Opened(over.id(), over.seqNo(), over.startRegisterWh(), over.chargedMillis(), Optional.of(reason));
    }

    static void endAll(Turn turn, StoppedReason reason, TriggerReason trigger) {
        for (ConnectorState connector : turn.state().connectors()) {
            end(turn, connector.number(), reason, trigger, Optional.empty());
            Openings.close(turn, connector.number(), reason, trigger);
        }
    }

    /** Meter values are due; nothing is said where none are wanted. */
    static void sample(Turn turn, int number, ReadingContext context, TriggerReason trigger) {
        if (!Samples.wanted(turn.state(), context)) {
            return;
        }
        nextMessage(turn, number);
        ConnectorState connector = turn.connector(number);
        say(turn, number, TransactionMessages.sampled(turn.state(), connector, context, trigger, turn.now()));
        turn.change(
                number,
                told -> told.withTransaction(
                        told.transaction().map(running -> running.withIntervalFromWh(told.reading()))));
    }

    /** Values that the last message is to bring along. */
    static void keep(Turn turn, int number, ReadingContext context) {
        Samples.forTheEnd(turn.state(), turn.connector(number), context, turn.now())
                .ifPresent(value -> turn.change(
                        number,
                        connector -> connector.withTransaction(connector
                                .transaction()
                                .map(running -> running.withKept(Samples.withinReason(running.kept(), value))))));
    }

    /** Something has happened that leaves meter and state of the transaction as they are. */
    static void tell(Turn turn, int number, TriggerReason trigger) {
        nextMessage(turn, number);
        say(turn, number, TransactionMessages.news(turn.state(), turn.connector(number), trigger, turn.now()));
    }

    static void scheduleSample(Turn turn, int number, Instant from) {
        turn.change(
                number,
                connector -> connector.withTransaction(
                        connector.transaction().map(running -> running.withSampleDue(nextSample(turn, from)))));
    }

    /** Notes whether power flows, and says so when that has changed. */
    static void settleActivity(Turn turn, int number, boolean tell) {
        ConnectorState connector = turn.connector(number);
        Optional<Transaction> running = connector.transaction();
        if (running.isEmpty()) {
            return;
        }
        Activity activity = Metering.activity(turn.state(), connector, running.get());
        if (activity == running.get().activity()) {
            return;
        }
        turn.put(connector.withTransaction(running.map(changing -> changing.withActivity(activity))));
        if (tell) {
            tell(turn, number, TriggerReason.CHARGING_STATE_CHANGED);
        }
    }

    private static void nextMessage(Turn turn, int number) {
        turn.change(
                number,
                connector -> connector.withTransaction(
                        connector.transaction().map(running -> running.withSeqNo(running.seqNo() + 1))));
    }

    private static void say(Turn turn, int number, TransactionEventRequest message) {
        turn.say(new Entry(message, true, number));
    }

    private static Optional<Instant> nextSample(Turn turn, Instant from) {
        int seconds = turn.configuration().whole(METER_VALUE_SAMPLE_INTERVAL);
        return seconds == 0 ? Optional.empty() : Optional.of(from.plusSeconds(seconds));
    }
}
