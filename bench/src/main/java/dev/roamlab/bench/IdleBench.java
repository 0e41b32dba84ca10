package dev.roamlab.bench;

import static dev.roamlab.bench.ChargerBench.count;
import static dev.roamlab.bench.ChargerBench.kilobytes;

/** Memory per idle charger: what came on top of the same processes with a few of them, after full collections. */
final class IdleBench {
    private static final int FIRST = 100;

    private IdleBench() {}

    static void run(Options options) {
        Table table = new Table(
                "links",
                "central system",
                "chargers",
                "live heap per charger, fleet",
                "live heap per charger, central system",
                "kernel (slab) per charger",
                "missing");
        for (String link : options.or("link", "light,stock").text("link").split(",")) {
            String central = options.or("central", "cpo").text("central");
            for (int run = 0; run < options.or("runs", "1").number("runs"); run++) {
                table.row(row(options.with("link", link).with("central", central)));
            }
        }
        table.print();
    }

    private static String[] row(Options options) {
        Crowd.Plan plan = ChargerBench.plan(
                options.or("chargers", "5000").or("processes", "1").or("heartbeat", "300"), "-XX:+UseSerialGC,-Xmx1g");
        try (Crowd crowd = Crowd.start(plan)) {
            crowd.fleets("add " + FIRST);
            crowd.all("connect");
            long fleetBefore = crowd.fleets("usage")[1];
            long centralBefore = crowd.centrals("usage")[1];
            long slabBefore = Machine.slab();
            crowd.add();
            Crowd.Took took = crowd.all("connect");
            double chargers = plan.chargers();
            return new String[] {
                plan.link(),
                plan.central(),
                count(plan.chargers()),
                kilobytes((crowd.fleets("usage")[1] - fleetBefore) / chargers),
                kilobytes((crowd.centrals("usage")[1] - centralBefore) / chargers),
                kilobytes((Machine.slab() - slabBefore) / chargers),
                count(took.missing())
            };
        }
    }
}
