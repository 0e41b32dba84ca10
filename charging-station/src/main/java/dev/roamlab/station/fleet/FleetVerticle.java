package dev.roamlab.station.fleet;

import dev.roamlab.lab.LabClock;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.dialect.Dialect;
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
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final News news;
    private final Counters counters = new Counters();
    private final OcppClient client;
    private final List<FleetWatcher> watchers = new CopyOnWriteArrayList<>();
    /** By the versions they offer, for destinations that want others than the fleet's. */
    private final Map<List<Dialect>, OcppClient> otherClients = new ConcurrentHashMap<>();

    FleetVerticle(FleetSettings settings, News news) {
        this.news = news;
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

    Counters counters() {
        return counters;
    }

    News news() {
        return news;
    }

    /** A link for a station, not connected yet. */
    StationLink link(StationSpec spec, Destination destination, StationHandler handler) {
        List<Integer> connectors = spec.model().evses().stream()
                .map(evse -> evse.connectors().size())
                .toList();
        // Most stations have one connector per EVSE, and share that.
        Topology topology = connectors.stream().allMatch(count -> count == 1)
                ? Topology.ONE_CONNECTOR_EACH
                : Topology.of(connectors);
        return client(destination.dialects())
                .link(
                        new StationAddress(
                                destination.csmsUrl(), spec.chargePointId(), destination.password(), topology),
                        handler);
    }

    private OcppClient client(List<Dialect> dialects) {
        return dialects.isEmpty()
                ? client
                : otherClients.computeIfAbsent(
                        dialects, wanted -> OcppClient.create(settings.link().withDialects(wanted)));
    }

    /** Spreads stations that come back at the same time. */
    double jitter(StationState state) {
        return settings.jitter(state.spec().chargePointId(), state.uplink().attempts());
    }

    /** Takes a station in; callable from anywhere, and before the verticle's loop has heard of it. */
    ChargingStation add(StationSpec spec, Destination destination, String group) {
        Configuration configuration;
        synchronized (configurations) {
            configuration = configurations.computeIfAbsent(spec.model(), Configuration::of);
        }
        ChargingStation station =
                new ChargingStation(this, StationState.of(spec, configuration, clock().instant()), destination, group);
        context.runOnContext(ignored -> {
            stations.add(station);
            counters.joined();
        });
        return station;
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

    /** Takes a station away; completes when its connection is gone. */
    Future<Void> remove(ChargingStation station) {
        Promise<Void> removed = Promise.promise();
        context.runOnContext(ignored -> {
            if (stations.remove(station)) {
                counters.left(station);
            }
            station.close().onComplete(removed);
        });
        return removed.future();
    }

    /** Runs something on this verticle's event loop: at once when that is the present one. */
    void run(Runnable what) {
        if (Vertx.currentContext() == context) {
            what.run();
            return;
        }
        LabClock.Hold hold = clock().hold("a fleet");
        context.runOnContext(ignored -> {
            try {
                what.run();
            } finally {
                hold.release();
            }
        });
    }

    /** Puts an event into a station's mailbox. */
    Future<Void> tell(ChargingStation station, StationEvent event) {
        Promise<Void> dealtWith = Promise.promise();
        LabClock.Hold hold =
                clock().hold(() -> "station " + station.state().spec().chargePointId());
        context.runOnContext(ignored -> {
            try {
                if (station.isGone()) {
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
