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
    private final Destination usual;
    private final News news;
    private final Map<String, SimulatedStation> stations = new LinkedHashMap<>();
    private int added;

    private Fleet(FleetSettings settings, News news, List<FleetVerticle> verticles, List<String> deployments) {
        this.vertx = settings.vertx();
        this.usual = Destination.of(settings.csmsUrl());
        this.news = news;
        this.verticles = verticles;
        this.deployments = deployments;
    }

    /** An empty fleet on one event loop, enough for some thousand stations. */
    public static Future<Fleet> deploy(Vertx vertx, LabClock clock, ExchangeLog log, Ids ids, String csmsUrl) {
        return deploy(FleetSettings.of(vertx, clock, log, ids, csmsUrl), 1);
    }

    /** An empty fleet on several event loops. In stepped time take one: the order of events is then the same in every run. */
    public static Future<Fleet> deploy(FleetSettings settings, int eventLoops) {
        News news = new News();
        List<FleetVerticle> verticles = new ArrayList<>();
        List<Future<String>> deployments = new ArrayList<>();
        for (int i = 0; i < eventLoops; i++) {
            FleetVerticle verticle = new FleetVerticle(settings, news);
            verticles.add(verticle);
            deployments.add(settings.vertx().deployVerticle(verticle));
        }
        return Future.all(deployments).map(all -> new Fleet(settings, news, verticles, all.list()));
    }

    /**
     * Sets a station up; it does not connect yet.
     *
     * @throws IllegalArgumentException when there is one with the same charge point id
     */
    public SimulatedStation add(StationSpec spec) {
        return add(spec, usual, "");
    }

    /**
     * Sets a station up that connects to a place of its own; it does not connect yet.
     *
     * @param group any name, empty for none; see {@link #group}
     * @throws IllegalArgumentException when there is one with the same charge point id
     */
    public synchronized SimulatedStation add(StationSpec spec, Destination destination, String group) {
        if (stations.containsKey(spec.chargePointId())) {
            throw new IllegalArgumentException("chargePointId: '" + spec.chargePointId() + "' is taken");
        }
        FleetVerticle host = verticles.get(added++ % verticles.size());
        SimulatedStation station = new SimulatedStation(host.add(spec, destination, group));
        stations.put(spec.chargePointId(), station);
        return station;
    }

    /** Sets several stations up. */
    public List<SimulatedStation> addAll(Collection<StationSpec> specs) {
        return specs.stream().map(this::add).toList();
    }

    /**
     * Takes a station away, without a word to its CSMS; its charge point id is free at once. Completes when its connection
     * is gone, with false when there was no such station.
     */
    public Future<Boolean> remove(String chargePointId) {
        SimulatedStation station;
        synchronized (this) {
            station = stations.remove(chargePointId);
        }
        return station == null ? Future.succeededFuture(false) : station.leave().map(true);
    }

    /**
     * Puts another station in the place of one: another model, identity, destination or group. The new one connects if the
     * old one was meant to. Completes when the old one's connection is gone.
     *
     * @throws IllegalArgumentException when the new charge point id belongs to yet another station
     */
    public Future<SimulatedStation> replace(
            SimulatedStation old, StationSpec spec, Destination destination, String group) {
        if (!spec.chargePointId().equals(old.chargePointId())
                && station(spec.chargePointId()).isPresent()) {
            throw new IllegalArgumentException("chargePointId: '" + spec.chargePointId() + "' is taken");
        }
        boolean wanted = old.current().wanted();
        return remove(old.chargePointId()).compose(removed -> {
            SimulatedStation successor = add(spec, destination, group);
            return wanted ? successor.connect().map(successor) : Future.succeededFuture(successor);
        });
    }

    /** Those of one group, in the order in which they were added. */
    public List<SimulatedStation> group(String name) {
        return stations().stream()
                .filter(station -> station.group().equals(name))
                .toList();
    }

    /** How many there are. */
    public synchronized int size() {
        return stations.size();
    }

    /** How the fleet stands now; cheap enough to be asked for every second, however large the fleet is. */
    public FleetFigures figures() {
        return verticles.stream()
                .map(verticle -> verticle.counters().read())
                .reduce(FleetFigures.NONE, FleetFigures::plus);
    }

    /**
     * Tells a listener what becomes of the stations' connections and calls from now on.
     *
     * @return ends that
     */
    public Runnable listen(FleetListener listener) {
        return news.add(listener);
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
