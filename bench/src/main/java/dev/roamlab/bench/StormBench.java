package dev.roamlab.bench;

import static dev.roamlab.bench.ChargerBench.count;

import java.util.Locale;

/** How fast chargers connect, boot and tell their status: in processes that have just started, and in warm ones. */
final class StormBench {
    private StormBench() {}

    static void run(Options options) {
        Table table = new Table(
                "chargers",
                "central system",
                "",
                "all connected and booted in",
                "rate",
                "CPU per charger, chargers / central system",
                "missing");
        for (int run = 0; run < options.or("runs", "3").number("runs"); run++) {
            Crowd.Plan plan = ChargerBench.plan(options.or("processes", "1"), ChargerBench.LEAN + ",-Xmx512m");
            try (Crowd crowd = Crowd.start(plan)) {
                crowd.add();
                measure(table, crowd, plan, "cold", "connect");
                for (int warm = 0; warm < options.or("warm", "2").number("warm"); warm++) {
                    crowd.all("blackout");
                    measure(table, crowd, plan, "warm, after a blackout", "return");
                }
            }
        }
        table.print();
    }

    private static void measure(Table table, Crowd crowd, Crowd.Plan plan, String state, String what) {
        Crowd.Usage fleets = crowd.usageOfFleets();
        Crowd.Usage centrals = crowd.usageOfCentrals();
        Crowd.Took took = crowd.all(what);
        int chargers = plan.chargers();
        table.row(
                count(chargers),
                plan.central(),
                state,
                took.toString(),
                String.format(Locale.ROOT, "%,.0f /s", (chargers - took.missing()) * 1e9 / took.nanos()),
                String.format(
                        Locale.ROOT,
                        "%,d / %,d µs",
                        crowd.usageOfFleets().since(fleets).cpuMillis() * 1000 / chargers,
                        crowd.usageOfCentrals().since(centrals).cpuMillis() * 1000 / chargers),
                count(took.missing()));
    }
}
