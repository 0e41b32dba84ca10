package dev.roamlab.station.fleet;

import dev.roamlab.station.StationEvent;
import dev.roamlab.station.StationState;
import dev.roamlab.station.Step;
import dev.roamlab.station.models.Quirk;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One station: its state, its mailbox, its line to the CSMS. Events are dealt with one at a time. Confined to the event loop of its fleet verticle. */
final class ChargingStation {
    private static final List<Consumer<ChargingStation>> NOBODY = List.of();

    private final FleetVerticle host;
    private final Destination destination;
    private final Line line;
    private final TimingWheel.Alarm alarm = new TimingWheel.Alarm(() -> receive(new StationEvent.TimeReached()));
    private volatile StationState state;
    private volatile String group;
    private volatile boolean gone;
    /** Most stations of a large fleet have nobody who watches them. */
    private volatile List<Consumer<ChargingStation>> watchers = NOBODY;

    ChargingStation(FleetVerticle host, StationState state, Destination destination, String group) {
        this.host = host;
        this.state = state;
        this.destination = destination;
        this.group = group;
        this.line = new Line(host, this);
    }

    StationState state() {
        return state;
    }

    FleetVerticle host() {
        return host;
    }

    Destination destination() {
        return destination;
    }

    String group() {
        return group;
    }

    void group(String name) {
        group = name;
    }

    /** Whether it has left the fleet: nothing happens to it any more. */
    boolean isGone() {
        return gone;
    }

    Line line() {
        return line;
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

    /** What its own clock says: some models' clocks are wrong. */
    Instant now() {
        return host.clock().instant().plus(clockOffset(state.spec()));
    }

    /** How far a station's clock is ahead of ours. */
    static Duration clockOffset(StationSpec spec) {
        int seconds = spec.model().quirks().number(Quirk.CLOCK_OFFSET_SECONDS);
        return seconds == 0 ? Duration.ZERO : Duration.ofSeconds(seconds);
    }

    /** Deals with an event; the answer to the request it was, if it was one, is in the step. */
    Step receive(StationEvent event) {
        Instant now = now();
        StationState before = state;
        // A real clock may be set back by a hair; a station's time never goes back.
        Step step = before.on(event, now.isBefore(before.meteredTo()) ? before.meteredTo() : now);
        state = step.state();
        step.wakeAt()
                .ifPresentOrElse(
                        at -> host.wheel().set(alarm, at.minus(clockOffset(before.spec()))),
                        () -> host.wheel().cancel(alarm));
        line.follow(step);
        step.orders().forEach(order -> host.perform(this, order));
        host.counters().moved(this, before, step.state());
        watchers.forEach(watcher -> watcher.accept(this));
        host.report(this, event, before, step);
        return step;
    }

    /** Does something later, on the event loop, as long as the station is there. */
    void after(Duration delay, Runnable what) {
        host.wheel()
                .set(
                        new TimingWheel.Alarm(() -> {
                            if (!gone) {
                                what.run();
                            }
                        }),
                        host.clock().instant().plus(delay));
    }

    /** Leaves without a word: the lab is over, or the station is taken away. */
    Future<Void> close() {
        gone = true;
        host.wheel().cancel(alarm);
        return line.close();
    }
}
