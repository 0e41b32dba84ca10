package dev.roamlab.station.fleet;

import dev.roamlab.ocpp.rpc.NotConnected;
import dev.roamlab.ocpp.rpc.OcppTimeout;
import dev.roamlab.station.StationState;
import dev.roamlab.station.Uplink;
import dev.roamlab.station.Uplink.Phase;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens to the stations of one event loop; read from anywhere. */
final class Counters {
    private final LongAdder stations = new LongAdder();
    private final LongAdder connected = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder backingOff = new LongAdder();
    private final LongAdder charging = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder callErrors = new LongAdder();
    private final LongAdder connects = new LongAdder();
    private final LongAdder reconnects = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder losses = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder unconfirmed = new LongAdder();
    private final RoundTrips.Counter roundTrips = new RoundTrips.Counter();
    /** Only these deliver: an idle station costs nothing when power is added up. */
    private final Set<ChargingStation> busy = ConcurrentHashMap.newKeySet();

    void joined() {
        stations.increment();
    }

    void left(ChargingStation station) {
        StationState last = station.state();
        stations.decrement();
        uplink(last.uplink(), Uplink.Phase.DOWN);
        charging.add(-last.transactionsUnderWay());
        unconfirmed.add(-last.unconfirmed());
        busy.remove(station);
    }

    void moved(ChargingStation station, StationState before, StationState after) {
        if (before.uplink() != after.uplink()) {
            uplink(before.uplink(), after.uplink().phase());
        }
        if (before.outbox() != after.outbox()) {
            unconfirmed.add(after.unconfirmed() - before.unconfirmed());
        }
        if (before.connectors() != after.connectors()) {
            int now = after.transactionsUnderWay();
            int change = now - before.transactionsUnderWay();
            charging.add(change);
            if (change < 0) {
                ended.add(-change);
            }
            if (now > 0) {
                busy.add(station);
            } else if (change < 0) {
                busy.remove(station);
            }
        }
    }

    private void uplink(Uplink before, Phase after) {
        Phase from = before.phase();
        if (from == after) {
            return;
        }
        count(connected, stands(from), stands(after));
        count(accepted, from == Phase.ACCEPTED, after == Phase.ACCEPTED);
        count(backingOff, from == Phase.BACKING_OFF, after == Phase.BACKING_OFF);
    }

    private static boolean stands(Phase phase) {
        return phase == Phase.BOOTING || phase == Phase.ACCEPTED;
    }

    private static void count(LongAdder counter, boolean before, boolean after) {
        if (before != after) {
            counter.add(after ? 1 : -1);
        }
    }

    void connected(boolean again) {
        connects.increment();
        if (again) {
            reconnects.increment();
        }
    }

    void refused() {
        refusals.increment();
    }

    void lost() {
        losses.increment();
    }

    void sent() {
        sent.increment();
    }

    void received() {
        received.increment();
    }

    void answered(long nanos) {
        received.increment();
        roundTrips.add(nanos);
    }

    void failed(Throwable why) {
        if (why instanceof OcppTimeout) {
            timeouts.increment();
        } else if (!(why instanceof NotConnected)) {
            received.increment();
            callErrors.increment();
        }
    }

    FleetFigures read() {
        return FleetFiguresBuilder.builder()
                .stations(stations.intValue())
                .connected(connected.intValue())
                .accepted(accepted.intValue())
                .backingOff(backingOff.intValue())
                .charging(charging.intValue())
                .watts(busy.stream()
                        .mapToDouble(station -> station.state().watts())
                        .sum())
                .sent(sent.sum())
                .received(received.sum())
                .timeouts(timeouts.sum())
                .callErrors(callErrors.sum())
                .connects(connects.sum())
                .reconnects(reconnects.sum())
                .refusals(refusals.sum())
                .losses(losses.sum())
                .transactionsEnded(ended.sum())
                .unconfirmed(unconfirmed.sum())
                .roundTrips(roundTrips.read())
                .build();
    }
}
