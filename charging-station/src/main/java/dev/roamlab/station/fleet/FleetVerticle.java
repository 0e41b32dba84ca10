package dev.roamlab.station.fleet;

import dev.roamlab.lab.LabClock;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.link.OcppClient;
import dev.roamlab.ocpp.link.StationAddress;
import dev.roamlab.ocpp.link.StationHandler;
import dev.roamlab.ocpp.link.StationLink;
import dev.roamlab.station.Configuration;
import dev.roamlab.station.StationEvent;
import dev.roamlab.station.StationState;
import dev.roamlab.station.Step;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hosts stations on one event loop: one WebSocket client and one timing wheel for all of them. */
final class FleetVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(FleetVerticle.class);

    private final FleetSettings settings;
    private final List<ChargingStation> stations = new ArrayList<>();
    private final Map<StationModel, Configuration> configurations = new HashMap<>();
    private final TimingWheel wheel;
    private final Dialling dialling;
    private final OcppClient client;
    private final List<FleetWatcher> watchers = new CopyOnWriteArrayList<>();

    FleetVerticle(FleetSettings settings) {
        this.settings = settings;
        this.wheel = new TimingWheel(settings.clock());
        this.dialling = new Dialling(settings.clock(), settings.connectsInFlight());
        this.client = OcppClient.create(settings.link());
    }

    @Override
    public Future<?> start() {
        if (settings.clock() instanceof SteppedClock stepped) {
            stepped.include(context);
        }
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        wheel.stop();
        return Future.join(stations.stream().map(ChargingStation::close).toList());
    }

    LabClock clock() {
        return settings.clock();
    }

    TimingWheel wheel() {
        return wheel;
    }

    Dialling dialling() {
        return dialling;
    }

    /** A link for a station, not connected yet. */
    StationLink link(StationSpec spec, StationHandler handler) {
        List<Integer> connectors = spec.model().evses().stream()
                .map(evse -> evse.connectors().size())
                .toList();
        // Most stations have one connector per EVSE, and share that.
        Topology topology = connectors.stream().allMatch(count -> count == 1)
                ? Topology.ONE_CONNECTOR_EACH
                : Topology.of(connectors);
        return client.link(
                new StationAddress(settings.csmsUrl(), spec.chargePointId(), Optional.empty(), topology), handler);
    }

    /** Spreads stations that come back at the same time. */
    double jitter(StationState state) {
        return settings.jitter(state.spec().chargePointId(), state.uplink().attempts());
    }

    /** Takes a station in; callable from anywhere, and before the verticle's loop has heard of it. */
    ChargingStation add(StationSpec spec) {
        Configuration configuration;
        synchronized (configurations) {
            configuration = configurations.computeIfAbsent(spec.model(), Configuration::of);
        }
        ChargingStation station = new ChargingStation(this, StationState.of(spec, configuration, clock().instant()));
        context.runOnContext(ignored -> stations.add(station));
        return station;
    }

    /** Lets a station go: it hangs up without a word and is forgotten. */
    Future<Void> remove(ChargingStation station) {
        Promise<Void> gone = Promise.promise();
        context.runOnContext(ignored -> {
            stations.remove(station);
            station.close().onComplete(gone);
        });
        return gone.future();
    }

    /** Tells somebody of everything that happens to any station here. */
    void watch(FleetWatcher watcher) {
        watchers.add(watcher);
    }

    void unwatch(FleetWatcher watcher) {
        watchers.remove(watcher);
    }

    void report(StationEvent event, StationState before, Step step) {
        for (FleetWatcher watcher : watchers) {
            watcher.happened(event, before, step);
        }
    }

    /** Puts an event into a station's mailbox. */
    Future<Void> tell(ChargingStation station, StationEvent event) {
        Promise<Void> dealtWith = Promise.promise();
        LabClock.Hold hold = clock().hold("station " + station.state().spec().chargePointId());
        context.runOnContext(ignored -> {
            try {
                if (station.gone()) {
                    dealtWith.fail("station " + station.state().spec().chargePointId() + " has left the fleet");
                    return;
                }
                station.receive(event);
                dealtWith.complete();
            } catch (RuntimeException broken) {
                LOG.error("station {}: {}", station.state().spec().chargePointId(), event, broken);
                dealtWith.fail(broken);
            } finally {
                hold.release();
            }
        });
        return dealtWith.future();
    }
}
