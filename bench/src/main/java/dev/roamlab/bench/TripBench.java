package dev.roamlab.bench;

import static dev.roamlab.bench.ChargerBench.count;

import java.util.Locale;

/**
 * Round trips: the central system asks every charger for a heartbeat by TriggerMessage and, once that is answered, again.
 * Each time the charger's state machine answers and sends a Heartbeat, so a call goes each way.
 */
final class TripBench {
    private static final int WARM_UP = 10;

    private TripBench() {}

    static void run(Options given) {
        Options options =
                given.or("central", "plain-light").or("processes", "1").or("heartbeat", "3600");
        Table table = new Table(
                "connections",
                "links",
                "round trips",
                "p50 / p99 of a charger's call",
                "CPU per round trip, chargers / central system",
                "time-outs");
        Crowd.Plan plan = ChargerBench.plan(options, "-XX:+UseParallelGC,-Xmx1g");
        int seconds = options.or("seconds", "10").number("seconds");
        try (Crowd crowd = Crowd.start(plan)) {
            crowd.add();
            crowd.all("connect");
            crowd.centrals("trips " + WARM_UP);
            for (int run = 0; run < options.or("runs", "3").number("runs"); run++) {
                Crowd.Usage fleets = crowd.usageOfFleets();
                Crowd.Usage centrals = crowd.usageOfCentrals();
                long[] trips = crowd.centrals("trips " + seconds);
                long[] figures = crowd.fleets("figures");
                table.row(
                        count(plan.chargers()),
                        plan.link(),
                        String.format(Locale.ROOT, "%,.0f /s", trips[0] * 1e9 / trips[1]),
                        String.format(Locale.ROOT, "%.1f / %.1f ms", figures[9] / 1e3, figures[10] / 1e3),
                        String.format(
                                Locale.ROOT,
                                "%.1f / %.1f µs",
                                crowd.usageOfFleets().since(fleets).cpuMillis() * 1e3 / trips[0],
                                crowd.usageOfCentrals().since(centrals).cpuMillis() * 1e3 / trips[0]),
                        count(figures[5]));
            }
        }
        table.print();
    }
}
