package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.CLOCK_ALIGNED_DATA_INTERVAL;

import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.station.Outbox.Entry;
import java.time.Instant;
import java.util.Optional;

/** Meter values at the same moments everywhere, counted from midnight. Spec: OCPP 1.6 section 3.14; OCPP 2.0.1, J01. */
final class ClockAligned {
    private static final long DAY = 86_400;

    private ClockAligned() {}

    static void sample(Turn turn) {
        boolean due = after(turn.state(), turn.since())
                .filter(at -> !at.isAfter(turn.now()))
                .isPresent();
        if (!due || !turn.state().running()) {
            return;
        }
        for (int number = 1; number <= turn.state().connectors().size(); number++) {
            ConnectorState connector = turn.connector(number);
            if (connector.transaction().isPresent()) {
                Transactions.keep(turn, number, ReadingContext.SAMPLE_CLOCK);
                Transactions.sample(turn, number, ReadingContext.SAMPLE_CLOCK, TriggerReason.METER_VALUE_CLOCK);
            } else {
                int idle = number;
                Messages.meterValues(turn.state(), connector, ReadingContext.SAMPLE_CLOCK, turn.now())
                        .ifPresent(values -> turn.say(new Entry(values, false, idle)));
            }
        }
    }

    /** The next such moment; empty where none are wanted. */
    static Optional<Instant> next(StationState state) {
        return state.running() ? after(state, state.meteredTo()) : Optional.empty();
    }

    private static Optional<Instant> after(StationState state, Instant moment) {
        int interval = state.configuration().whole(CLOCK_ALIGNED_DATA_INTERVAL);
        if (interval == 0) {
            return Optional.empty();
        }
        long midnight = Math.floorDiv(moment.getEpochSecond(), DAY) * DAY;
        long steps = (moment.getEpochSecond() - midnight) / interval + 1;
        // The last step of a day is short where the interval does not divide it.
        return Optional.of(Instant.ofEpochSecond(midnight + Math.min(DAY, steps * interval)));
    }
}
