package dev.roamlab.bench;

import dev.roamlab.node.LabContext;
import dev.roamlab.station.StationSnapshot;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.FleetSettings;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The stations' side of {@link FleetBench}. */
final class FleetBenchStations {
    private static final long MOST_SECONDS = 120;

    private final Fleet fleet;
    private final StationModel model = StationModels.shipped().all().get(0);
    private int count;

    private FleetBenchStations(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Answers {@code connect N} with the nanoseconds that N more stations took, and {@code usage}. */
    public static void main(String[] args) throws Exception {
        Self.endOnFailure();
        LabContext lab = Nodes.lab();
        FleetSettings settings = FleetSettings.of(Vertx.vertx(), lab.clock(), lab.log(), lab.ids(), args[0]);
        FleetBenchStations stations = new FleetBenchStations(Nodes.await(Fleet.deploy(settings, 1)));
        Child.serve(question -> question.startsWith("connect ")
                ? String.valueOf(stations.connect(Integer.parseInt(question.substring("connect ".length()))))
                : FleetBench.usage());
    }

    private long connect(int more) throws InterruptedException {
        List<SimulatedStation> added = fleet.addAll(StationSpec.numbered(model, "NL-KAN-#####", count + 1, more));
        count += more;
        CountDownLatch accepted = new CountDownLatch(more);
        List<Runnable> subscriptions = new ArrayList<>();
        for (SimulatedStation station : added) {
            AtomicBoolean counted = new AtomicBoolean();
            subscriptions.add(station.onChange(now -> count(now, counted, accepted)));
        }
        long start = System.nanoTime();
        added.forEach(SimulatedStation::connect);
        if (!accepted.await(MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(accepted.getCount() + " of " + more + " stations are not accepted yet");
        }
        long took = System.nanoTime() - start;
        subscriptions.forEach(Runnable::run); // they would be counted as the stations' memory
        return took;
    }

    private static void count(StationSnapshot now, AtomicBoolean counted, CountDownLatch accepted) {
        if (now.accepted() && counted.compareAndSet(false, true)) {
            accepted.countDown();
        }
    }
}
