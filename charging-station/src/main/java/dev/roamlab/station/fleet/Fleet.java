package dev.roamlab.station.fleet;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stations that connect to one CSMS. Callable from any thread. */
public final class Fleet {
    private final Vertx vertx;
    private final List<FleetVerticle> verticles;
    private final List<String> deployments;
    private final Map<String, SimulatedStation> stations = new LinkedHashMap<>();
    private int added;

    private Fleet(Vertx vertx, List<FleetVerticle> verticles, List<String> deployments) {
        this.vertx = vertx;
        this.verticles = verticles;
        this.deployments = deployments;
    }

    /** An empty fleet on one event loop, enough for some thousand stations. */
    public static Future<Fleet> deploy(Vertx vertx, LabClock clock, ExchangeLog log, Ids ids, String csmsUrl) {
        return deploy(FleetSettings.of(vertx, clock, log, ids, csmsUrl), 1);
    }

    /** An empty fleet on several event loops. In stepped time take one: the order of events is then the same in every run. */
    public static Future<Fleet> deploy(FleetSettings settings, int eventLoops) {
        List<FleetVerticle> verticles = new ArrayList<>();
        List<Future<String>> deployments = new ArrayList<>();
        for (int i = 0; i < eventLoops; i++) {
            FleetVerticle verticle = new FleetVerticle(settings);
            verticles.add(verticle);
            deployments.add(settings.vertx().deployVerticle(verticle));
        }
        return Future.all(deployments).map(all -> new Fleet(settings.vertx(), verticles, all.list()));
    }

    /**
     * Sets a station up; it does not connect yet.
     *
     * @throws IllegalArgumentException when there is one with the same charge point id
     */
    public synchronized SimulatedStation add(StationSpec spec) {
        if (stations.containsKey(spec.chargePointId())) {
            throw new IllegalArgumentException("chargePointId: '" + spec.chargePointId() + "' is taken");
        }
        FleetVerticle host = verticles.get(added++ % verticles.size());
        SimulatedStation station = new SimulatedStation(host.add(spec));
        stations.put(spec.chargePointId(), station);
        return station;
    }

    /** Sets several stations up. */
    public List<SimulatedStation> addAll(Collection<StationSpec> specs) {
        return specs.stream().map(this::add).toList();
    }

    /**
     * Lets a station go: it hangs up without a word and its identity is free again.
     *
     * @return whether there was one of that name, once its connection is closed
     */
    public Future<Boolean> remove(String chargePointId) {
        SimulatedStation station;
        synchronized (this) {
            station = stations.remove(chargePointId);
        }
        return station == null ? Future.succeededFuture(false) : station.leave().map(true);
    }

    /**
     * Tells a watcher of everything that happens to any of them, from now on.
     *
     * @return ends it
     */
    public Runnable watch(FleetWatcher watcher) {
        verticles.forEach(verticle -> verticle.watch(watcher));
        return () -> verticles.forEach(verticle -> verticle.unwatch(watcher));
    }

    /** All of them connect, a bounded number at a time; completes when all have been told to. */
    public Future<Void> connectAll() {
        return Future.all(stations().stream().map(SimulatedStation::connect).toList())
                .mapEmpty();
    }

    /** All of them, in the order in which they were added. */
    public synchronized List<SimulatedStation> stations() {
        return List.copyOf(stations.values());
    }

    /** The one with this identity on the wire. */
    public synchronized Optional<SimulatedStation> station(String chargePointId) {
        return Optional.ofNullable(stations.get(chargePointId));
    }

    /** Closes all connections and forgets the stations. */
    public Future<Void> close() {
        return Future.all(deployments.stream().map(vertx::undeploy).toList()).mapEmpty();
    }
}
