package dev.roamlab.bench;

import dev.roamlab.node.LabContext;
import dev.roamlab.ocpp.link.LinkKind;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.FleetFigures;
import dev.roamlab.station.fleet.FleetSettings;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import dev.roamlab.station.physics.CarModel;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * The stations' side of the benchmarks of chargers, in a JVM of its own: {@code FleetChild URL LINK EVENT_LOOPS PREFIX
 * [ADDRESS…]}. The addresses are those to connect from.
 */
final class FleetChild {
    /** What all drivers carry. */
    static final String TOKEN = "BENCH";

    private static final long MOST_SECONDS = 300;
    /** With one socket for alternating current, as most chargers are. */
    private static final String MODEL = "wallbox-11";

    private final Fleet fleet;
    private final String prefix;
    private final StationModel model = StationModels.shipped().named(MODEL);
    private List<SimulatedStation> charging = List.of();

    private FleetChild(Fleet fleet, String prefix) {
        this.fleet = fleet;
        this.prefix = prefix;
    }

    /** Answers each line with numbers; what takes time with its nanoseconds and how many have not come so far. */
    public static void main(String[] args) throws Exception {
        Self.endOnFailure();
        LabContext lab = Nodes.lab();
        LinkSettings link = LinkSettings.of(Vertx.vertx(), lab.clock(), lab.log(), lab.ids(), List.of(new DialectV16()))
                .withKind(LinkKind.named(args[1]))
                .withLocalAddresses(List.of(args).subList(4, args.length));
        FleetSettings settings = new FleetSettings(link, args[0], 1, 64);
        FleetChild child = new FleetChild(Nodes.await(Fleet.deploy(settings, Integer.parseInt(args[2]))), args[3]);
        Child.serve(child::answer);
    }

    private String answer(String question) throws Exception {
        String[] words = question.split(" ");
        return switch (words[0]) {
            case "add" -> add(Integer.parseInt(words[1]));
            case "connect" -> connect();
            case "charge" -> charge(Integer.parseInt(words[1]));
            case "stop" -> stop();
            case "blackout" -> blackout();
            case "return" -> restore();
            case "figures" -> figures();
            default -> Self.usage();
        };
    }

    private String add(int more) {
        fleet.addAll(StationSpec.numbered(model, prefix + "-#####", fleet.size() + 1, more));
        return String.valueOf(fleet.size());
    }

    private String connect() throws InterruptedException {
        long start = System.nanoTime();
        fleet.stations().forEach(SimulatedStation::connect);
        return when(start, fleet.size(), FleetFigures::accepted);
    }

    private String charge(int percent) throws InterruptedException {
        CarModel car = Cars.named("tundra-95");
        charging = fleet.stations().subList(0, fleet.size() * percent / 100);
        long start = System.nanoTime();
        charging.forEach(station -> {
            station.plugIn(1, car.at(10));
            station.present(1, IdToken.of(TOKEN));
        });
        return when(start, charging.size(), figures -> figures.unconfirmed() > 0 ? 0 : figures.charging());
    }

    private String stop() throws InterruptedException {
        long start = System.nanoTime();
        charging.forEach(station -> {
            station.present(1, IdToken.of(TOKEN));
            station.unplug(1);
        });
        int all = fleet.size();
        return when(start, all, figures -> all - figures.charging() - (int) figures.unconfirmed());
    }

    private String blackout() throws InterruptedException {
        long start = System.nanoTime();
        fleet.stations().forEach(SimulatedStation::loseConnection);
        int all = fleet.size();
        return when(start, all, figures -> all - figures.connected());
    }

    private String restore() throws InterruptedException {
        long start = System.nanoTime();
        fleet.stations().forEach(SimulatedStation::restoreConnection);
        return when(start, fleet.size(), FleetFigures::accepted);
    }

    /** Connected, accepted, charging, sent, received, time-outs, refused calls, lost, unconfirmed, p50, p99 in µs, Wh. */
    private String figures() {
        FleetFigures figures = fleet.figures();
        long wattHours = charging.stream()
                .mapToLong(station -> station.state().connector(1).registerWh())
                .sum();
        return figures.connected() + " " + figures.accepted() + " " + figures.charging() + " " + figures.sent() + " "
                + figures.received() + " " + figures.timeouts() + " " + figures.callErrors() + " " + figures.losses()
                + " " + figures.unconfirmed() + " " + micros(figures, 0.5) + " " + micros(figures, 0.99) + " "
                + wattHours;
    }

    private static long micros(FleetFigures figures, double share) {
        return figures.roundTrips().percentile(share).toNanos() / 1000;
    }

    private String when(long start, int expected, ToIntFunction<FleetFigures> count) throws InterruptedException {
        long deadline = start + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (count.applyAsInt(fleet.figures()) < expected && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return (System.nanoTime() - start) + " " + Math.max(0, expected - count.applyAsInt(fleet.figures()));
    }
}
