package dev.roamlab.station.fleet;

import dev.roamlab.station.StationEvent;
import dev.roamlab.station.StationState;
import dev.roamlab.station.Step;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One station: its state, its mailbox, its line to the CSMS. Events are dealt with one at a time. Confined to the event loop of its fleet verticle. */
final class ChargingStation {
    private static final List<Consumer<ChargingStation>> NOBODY = List.of();

    private final FleetVerticle host;
    private final Line line;
    private final TimingWheel.Alarm alarm = new TimingWheel.Alarm(() -> receive(new StationEvent.TimeReached()));
    private volatile StationState state;
    private boolean gone;
    /** Most stations of a large fleet have nobody who watches them. */
    private volatile List<Consumer<ChargingStation>> watchers = NOBODY;

    ChargingStation(FleetVerticle host, StationState state) {
        this.host = host;
        this.state = state;
        this.line = new Line(host, this);
    }

    StationState state() {
        return state;
    }

    /** Whether it has left the fleet: nothing happens to it any more. */
    boolean gone() {
        return gone;
    }

    FleetVerticle host() {
        return host;
    }

    synchronized void watch(Consumer<ChargingStation> watcher) {
        if (watchers.isEmpty()) {
            watchers = new CopyOnWriteArrayList<>();
        }
        watchers.add(watcher);
    }

    void unwatch(Consumer<ChargingStation> watcher) {
        watchers.remove(watcher);
    }

    /** Deals with an event; the answer to the request it was, if it was one, is in the step. */
    Step receive(StationEvent event) {
        Instant now = host.clock().instant();
        // A real clock may be set back by a hair; a station's time never goes back.
        Step step = state.on(event, now.isBefore(state.meteredTo()) ? state.meteredTo() : now);
        StationState before = state;
        state = step.state();
        step.wakeAt()
                .ifPresentOrElse(
                        at -> host.wheel().set(alarm, at), () -> host.wheel().cancel(alarm));
        line.follow(step);
        watchers.forEach(watcher -> watcher.accept(this));
        host.report(event, before, step);
        return step;
    }

    /** Leaves without a word: the lab is over. */
    Future<Void> close() {
        gone = true;
        host.wheel().cancel(alarm);
        return line.close();
    }
}
