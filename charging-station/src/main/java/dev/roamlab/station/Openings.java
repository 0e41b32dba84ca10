package dev.roamlab.station;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TransactionEventType;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.station.Outbox.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Transactions that begin before somebody is served, or end after. Spec: OCPP 2.0.1, E02, E03 and E06 to E10. */
final class Openings {
    private Openings() {}

    /** A cable has gone in. */
    static void cableIn(Turn turn, int number) {
        TriggerReason trigger =
                TxPoints.watchesBay(turn.state()) ? TriggerReason.EV_DETECTED : TriggerReason.CABLE_PLUGGED_IN;
        if (turn.connector(number).opened().isPresent()) {
            say(turn, number, TransactionEventType.UPDATED, trigger, Optional.empty(), Optional.empty());
        } else if (TxPoints.beginsWithCable(turn.state())) {
            open(turn, number);
            say(turn, number, TransactionEventType.STARTED, trigger, Optional.empty(), Optional.empty());
        }
    }

    /** A token has been accepted. */
    static void authorised(Turn turn, int number) {
        PendingStart pending = turn.connector(number).pending().orElseThrow();
        boolean known = turn.connector(number).opened().isPresent();
        if (!known && TxPoints.beginsWithToken(turn.state())) {
            open(turn, number);
        }
        if (turn.connector(number).opened().isPresent()) {
            say(
                    turn,
                    number,
                    known ? TransactionEventType.UPDATED : TransactionEventType.STARTED,
                    pending.remoteStartId().isPresent() ? TriggerReason.REMOTE_START : TriggerReason.AUTHORIZED,
                    Optional.of(pending.idToken()),
                    pending.remoteStartId());
        }
    }

    /** Ends what is open while nobody is served. */
    static void close(Turn turn, int number, StoppedReason reason, TriggerReason trigger) {
        Optional<Opened> opened = turn.connector(number).opened();
        if (opened.isPresent()) {
            StoppedReason first = opened.get().stopped().orElse(reason);
            turn.change(number, open -> open.withOpened(opened.map(left -> left.withStopped(Optional.of(first)))));
            say(turn, number, TransactionEventType.ENDED, trigger, Optional.empty(), Optional.empty());
            turn.change(number, closed -> closed.withOpened(Optional.empty()));
            SmartCharging.forget(turn, turn.connector(number).evse());
        }
    }

    /** The cable has come out. */
    static void cableOut(Turn turn, int number) {
        close(
                turn,
                number,
                StoppedReason.EV_DISCONNECTED,
                TxPoints.watchesBay(turn.state()) ? TriggerReason.EV_DEPARTED : TriggerReason.EV_COMMUNICATION_LOST);
    }

    /** Whether the CSMS's transaction goes on when nobody is served any more. */
    static boolean outlive(StationState state, ConnectorState connector, StoppedReason reason) {
        return switch (reason) {
            case LOCAL,
                    REMOTE,
                    DE_AUTHORIZED,
                    MASTER_PASS,
                    LOCAL_OUT_OF_CREDIT,
                    ENERGY_LIMIT_REACHED,
                    TIME_LIMIT_REACHED,
                    SOC_LIMIT_REACHED,
                    STOPPED_BY_EV -> connector.plug().isPresent() && !TxPoints.endsWithToken(state);
            case EMERGENCY_STOP,
                    EV_DISCONNECTED,
                    GROUND_FAULT,
                    IMMEDIATE_RESET,
                    OTHER,
                    OVERCURRENT_FAULT,
                    POWER_LOSS,
                    POWER_QUALITY,
                    REBOOT,
                    SOFT_RESET,
                    TIMEOUT,
                    UNLOCK_COMMAND -> false;
        };
    }

    /** One that nobody has been told of yet. */
    static Opened fresh(Turn turn, ConnectorState connector) {
        int begun = turn.state().transactionsBegun() + 1;
        turn.become(turn.state().withTransactionsBegun(begun));
        return new Opened(id(turn.state(), begun), -1, connector.reading(), 0, Optional.empty());
    }

    private static void open(Turn turn, int number) {
        ConnectorState connector = turn.connector(number);
        Opened opened = fresh(turn, connector);
        turn.change(number, open -> open.withOpened(Optional.of(opened)));
    }

    private static void say(
            Turn turn,
            int number,
            TransactionEventType type,
            TriggerReason trigger,
            Optional<IdToken> idToken,
            Optional<Integer> remoteStartId) {
        turn.change(number, next -> next.withOpened(next.opened().map(open -> open.withSeqNo(open.seqNo() + 1))));
        Optional<ReadingContext> context = switch (type) {
            case STARTED -> Optional.of(ReadingContext.TRANSACTION_BEGIN);
            case ENDED -> Optional.of(ReadingContext.TRANSACTION_END);
            case UPDATED -> Optional.empty();
        };
        turn.say(new Entry(
                TransactionMessages.opened(
                        turn.state(),
                        turn.connector(number),
                        type,
                        trigger,
                        idToken,
                        remoteStartId,
                        context,
                        turn.now()),
                true,
                number));
    }

    /** The same in every run, and not used twice by one station. */
    private static String id(StationState state, int begun) {
        return UUID.nameUUIDFromBytes((state.spec().id() + "/" + begun).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
