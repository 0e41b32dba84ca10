package dev.roamlab.station.fleet;

import dev.roamlab.lab.LabClock;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.link.OcppClient;
import dev.roamlab.ocpp.link.StationAddress;
import dev.roamlab.ocpp.link.StationHandler;
import dev.roamlab.ocpp.link.StationLink;
import dev.roamlab.ocpp.security.SecurityProfile;
import dev.roamlab.station.Configuration;
import dev.roamlab.station.ConfigurationKey;
import dev.roamlab.station.HostOrder;
import dev.roamlab.station.Idiom;
import dev.roamlab.station.StationEvent;
import dev.roamlab.station.StationState;
import dev.roamlab.station.Step;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Instant;
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
    private final StationLog log = new StationLog();
    private final Transfers transfers;
    private final OcppClient client;
    private final List<FleetWatcher> watchers = new CopyOnWriteArrayList<>();
    /** By the versions they offer, for destinations that want others than the fleet's. */
    private final Map<List<Dialect>, OcppClient> otherClients = new ConcurrentHashMap<>();

    FleetVerticle(FleetSettings settings, News news) {
        this.news = news;
        this.settings = settings;
        this.wheel = new TimingWheel(settings.clock());
        this.transfers = new Transfers(settings.vertx(), settings.clock(), log);
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
        return Future.join(stations.stream().map(ChargingStation::close).toList())
                .eventually(() -> transfers.close());
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
    StationLink link(ChargingStation station, StationHandler handler) {
        return client(station.destination().dialects()).link(address(station), handler);
    }

    /** Where a station connects to, and how, as it stands now. */
    StationAddress address(ChargingStation station) {
        List<Integer> connectors = station.state().spec().model().evses().stream()
                .map(evse -> evse.connectors().size())
                .toList();
        // Most stations have one connector per EVSE, and share that.
        Topology topology = connectors.stream().allMatch(count -> count == 1)
                ? Topology.ONE_CONNECTOR_EACH
                : Topology.of(connectors);
        Destination destination = station.destination();
        StationAddress usual = new StationAddress(
                destination.csmsUrl(),
                station.state().spec().chargePointId(),
                destination.password(),
                topology,
                destination.tls());
        return Approach.of(usual, station.state());
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
            if (destination.profile() != SecurityProfile.NONE) {
                configuration = configuration.with(
                        ConfigurationKey.SECURITY_PROFILE,
                        Integer.toString(destination.profile().number()));
            }
        }
        Instant born = clock().instant().plus(ChargingStation.clockOffset(spec));
        StationState idle = StationState.of(spec, configuration, born).withIdiom(preferred(destination));
        ChargingStation station = new ChargingStation(this, idle, destination, group);
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

    void report(ChargingStation station, StationEvent event, StationState before, Step step) {
        log.note(step.state().meteredTo(), event, step);
        if (!step.orders().isEmpty()) {
            transfers.follow(station, step.orders());
        }
        for (FleetWatcher watcher : watchers) {
            watcher.happened(event, before, step);
        }
    }

    /** What it will most probably speak; once connected, it knows. */
    private Idiom preferred(Destination destination) {
        List<Dialect> offered =
                destination.dialects().isEmpty() ? settings.link().dialects() : destination.dialects();
        return offered.stream()
                .findFirst()
                .map(dialect -> Idiom.of(dialect.version()))
                .orElse(Idiom.V1_6);
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

    /** Does what a station cannot do by itself. */
    void perform(ChargingStation station, HostOrder order) {
        if (order instanceof HostOrder.MakeSigningRequest asked) {
            clock().holding("making a key", SigningDesk.make(vertx, asked))
                    .onSuccess(made -> tell(station, made))
                    .onFailure(failure -> LOG.error(
                            "station {}: no key", station.state().spec().chargePointId(), failure));
        }
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
