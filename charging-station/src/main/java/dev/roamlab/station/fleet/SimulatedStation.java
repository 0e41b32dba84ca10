package dev.roamlab.station.fleet;

import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.ConnectorState;
import dev.roamlab.station.StationEvent;
import dev.roamlab.station.StationSnapshot;
import dev.roamlab.station.StationState;
import dev.roamlab.station.Transaction;
import dev.roamlab.station.models.StationSpec;
import dev.roamlab.station.physics.Car;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A handle on one station, for scenarios and people: every method tells the station what happens to it, from any thread,
 * and its future completes when the station has dealt with that. What the CSMS makes of it follows later; watch
 * {@link #onChange} or {@link #state()}. Connectors are numbered from 1 across the station.
 */
public final class SimulatedStation {
    private final ChargingStation station;

    SimulatedStation(ChargingStation station) {
        this.station = station;
    }

    /** Who it is. */
    public StationSpec spec() {
        return station.state().spec();
    }

    /** Its identity on the wire. */
    public String chargePointId() {
        return spec().chargePointId();
    }

    /** Where it connects to. */
    public Destination destination() {
        return station.destination();
    }

    /** The name of its group; empty for none. */
    public String group() {
        return station.group();
    }

    /** Puts it into a group; empty for none. */
    public void group(String name) {
        station.group(name);
    }

    /** The version of OCPP on its wire; absent while it is not connected. */
    public Optional<String> version() {
        return station.line().version();
    }

    /** Whether it has been taken out of its fleet. */
    public boolean isGone() {
        return station.isGone();
    }

    /** Its state as of the last event: for those who look at thousands and can do without what has flowed since. */
    public StationState current() {
        return station.state();
    }

    /** Does something after a delay in lab time, on the station's event loop, if the station is still there then. */
    public void after(Duration delay, Runnable what) {
        station.host().run(() -> station.after(delay, what));
    }

    /** How it stands now. */
    public StationSnapshot state() {
        var state = station.state();
        var now = station.now();
        return state.seenAt(now.isBefore(state.meteredTo()) ? state.meteredTo() : now);
    }

    /**
     * Tells a listener of the station's state after each event that has changed it, on the station's event loop.
     *
     * @return ends the subscription
     */
    public Runnable onChange(Consumer<StationSnapshot> listener) {
        AtomicReference<StationSnapshot> last = new AtomicReference<>(state());
        Consumer<ChargingStation> watcher = changed -> {
            StationSnapshot now = state();
            if (!now.equals(last.getAndSet(now))) {
                listener.accept(now);
            }
        };
        station.watch(watcher);
        return () -> station.unwatch(watcher);
    }

    /** Who started the transaction at a connector; empty without one. */
    public Optional<IdToken> driver(int connector) {
        return station.state()
                .connector(connector)
                .flatMap(ConnectorState::transaction)
                .map(Transaction::idToken);
    }

    /** When something last happened to it or was heard of it, in lab time. */
    public Instant lastActive() {
        return station.state().meteredTo();
    }

    Future<Void> leave() {
        return station.host().remove(station);
    }

    /** Connects to the CSMS from now on, and again whenever the connection is lost. */
    public Future<Void> connect() {
        return happen(new StationEvent.ConnectRequested());
    }

    /** A cable goes in. Nothing happens where one is in already. */
    public Future<Void> plugIn(int connector, Car car) {
        return happen(new StationEvent.PluggedIn(connector, car));
    }

    /** The cable comes out. */
    public Future<Void> unplug(int connector) {
        return happen(new StationEvent.Unplugged(connector));
    }

    /** A card before the reader; the station finds out which connector is meant. */
    public Future<Void> present(IdToken idToken) {
        return happen(new StationEvent.TokenPresented(Optional.empty(), idToken));
    }

    /** A card before the reader, for this connector. */
    public Future<Void> present(int connector, IdToken idToken) {
        return happen(new StationEvent.TokenPresented(Optional.of(connector), idToken));
    }

    /** The car asks the station to wait. */
    public Future<Void> pauseCar(int connector) {
        return happen(new StationEvent.CarPaused(connector));
    }

    /** The car wants to go on. */
    public Future<Void> resumeCar(int connector) {
        return happen(new StationEvent.CarResumed(connector));
    }

    /** A fault at a connector, or at the station as a whole (0). */
    public Future<Void> fault(int connector, ErrorCode code) {
        return happen(new StationEvent.FaultDetected(connector, code));
    }

    /** The fault is gone. */
    public Future<Void> clearFault(int connector) {
        return happen(new StationEvent.FaultCleared(connector));
    }

    /** The red button. */
    public Future<Void> pressEmergencyStop() {
        return happen(new StationEvent.EmergencyStopPressed());
    }

    /** The mains are gone. */
    public Future<Void> losePower() {
        return happen(new StationEvent.PowerLost());
    }

    /** The mains are back; the station boots and reconnects. */
    public Future<Void> restorePower() {
        return happen(new StationEvent.PowerRestored());
    }

    /** The network is gone; charging goes on. */
    public Future<Void> loseConnection() {
        return happen(new StationEvent.NetworkLost());
    }

    /** The network is back; the station reconnects. */
    public Future<Void> restoreConnection() {
        return happen(new StationEvent.NetworkRestored());
    }

    /** The station restarts by itself. */
    public Future<Void> reboot() {
        return happen(new StationEvent.RebootTriggered());
    }

    /** At most this power from now on, in watts; infinite for no limit, 0 to suspend. */
    public Future<Void> setLimit(int connector, double watts) {
        return happen(new StationEvent.LimitSet(connector, watts));
    }

    /** A transaction ends for a reason that has no name of its own. */
    public Future<Void> stop(int connector) {
        return happen(new StationEvent.StoppedForOtherReason(connector));
    }

    /** Any event at all. */
    public Future<Void> happen(StationEvent event) {
        return station.host().tell(station, event);
    }

    /** Handles on the same station are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SimulatedStation handle && handle.station == station;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(station);
    }

    @Override
    public String toString() {
        return chargePointId();
    }
}
