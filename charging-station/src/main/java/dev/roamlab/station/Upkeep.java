package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.ReservationUpdateStatus;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TriggerReason;
import java.time.Instant;
import java.util.Optional;

/** What a station does because time has come, or because something else has changed: after every event. */
final class Upkeep {
    private Upkeep() {}

    static void doWhatIsDue(Turn turn) {
        Mishaps.restartIfDue(turn);
        uplink(turn);
        for (int number = 1; number <= turn.state().connectors().size(); number++) {
            expire(turn, number);
            Quotas.endWhatIsUsedUp(turn, number);
            Transactions.settleActivity(turn, number, true);
            sample(turn, number);
        }
        device(turn);
        ClockAligned.sample(turn);
        Statuses.tell(turn);
    }

    /** When something will be due next, if nothing happens before. */
    static Optional<Instant> nextDue(StationState state) {
        Optional<Instant> next = state.uplink().due();
        if (state.uplink().accepted() && state.outbox().outAs().isEmpty()) {
            next = Metering.earlier(next, state.outbox().notBefore());
        }
        next = Metering.earlier(
                next,
                state.restart()
                        .map(restart ->
                                restart.at().isAfter(state.meteredTo()) ? restart.at() : restart.atTheLatest()));
        for (ConnectorState connector : state.connectors()) {
            next = Metering.earlier(next, connector.pending().map(PendingStart::deadline));
            next = Metering.earlier(next, connector.reservation().map(Reservation::expires));
            next = Metering.earlier(next, connector.transaction().flatMap(Transaction::sampleDue));
        }
        next = Metering.earlier(next, ClockAligned.next(state));
        return Metering.earlier(Metering.earlier(next, deviceDue(state)), Metering.nextBend(state));
    }

    /** Most stations have nothing of the kind. */
    private static void device(Turn turn) {
        if (turn.device() != DeviceState.EMPTY) {
            FirmwareUpdates.goOn(turn);
            LogUploads.goOn(turn);
            Resets.whenIdle(turn);
            Displays.takeDown(turn);
            Securing.goOn(turn);
            Monitoring.look(turn);
        }
    }

    private static Optional<Instant> deviceDue(StationState state) {
        if (state.device() == DeviceState.EMPTY) {
            return Optional.empty();
        }
        Optional<Instant> files = Metering.earlier(FirmwareUpdates.due(state), LogUploads.due(state));
        Optional<Instant> moments = Metering.earlier(Displays.due(state), Monitoring.due(state));
        return Metering.earlier(Metering.earlier(files, moments), Securing.due(state));
    }

    private static void uplink(Turn turn) {
        Uplink uplink = turn.state().uplink();
        if (!reached(turn, uplink.due())) {
            return;
        }
        switch (uplink.phase()) {
            case BACKING_OFF -> Connecting.connect(turn);
            case BOOTING -> Connecting.boot(turn, turn.state().bootReason());
            case ACCEPTED -> Connecting.heartbeat(turn);
            case DOWN, CONNECTING -> turn.become(turn.state().withUplink(uplink.withDue(Optional.empty())));
        }
    }

    private static void expire(Turn turn, int number) {
        ConnectorState connector = turn.connector(number);
        if (reached(turn, connector.pending().map(PendingStart::deadline))) {
            Authorising.drop(turn, number);
            if (connector.plug().isEmpty()) {
                Openings.close(turn, number, StoppedReason.TIMEOUT, TriggerReason.EV_CONNECT_TIMEOUT);
            }
        }
        if (reached(turn, connector.reservation().map(Reservation::expires))) {
            Reservations.end(turn, number, ReservationUpdateStatus.EXPIRED);
        } else {
            Reservations.removeWhereUseless(turn, number);
        }
    }

    private static void sample(Turn turn, int number) {
        Optional<Instant> due = turn.connector(number).transaction().flatMap(Transaction::sampleDue);
        if (reached(turn, due)) {
            Transactions.keep(turn, number, ReadingContext.SAMPLE_PERIODIC);
            Transactions.sample(turn, number, ReadingContext.SAMPLE_PERIODIC, TriggerReason.METER_VALUE_PERIODIC);
            Transactions.scheduleSample(turn, number, due.orElseThrow());
            if (reached(turn, turn.connector(number).transaction().flatMap(Transaction::sampleDue))) {
                Transactions.scheduleSample(turn, number, turn.now()); // woken late: what was missed is missed
            }
        }
    }

    private static boolean reached(Turn turn, Optional<Instant> due) {
        return due.filter(at -> !at.isAfter(turn.now())).isPresent();
    }
}
