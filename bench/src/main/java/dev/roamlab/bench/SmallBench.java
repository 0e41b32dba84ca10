package dev.roamlab.bench;

import static dev.roamlab.bench.ChargerBench.count;
import static dev.roamlab.bench.ChargerBench.megabytes;

/** All the memory of one process of a thousand chargers, connected, booted and heartbeating. */
final class SmallBench {
    private SmallBench() {}

    static void run(Options options) {
        Table table = new Table(
                "chargers",
                "links",
                "JVM options",
                "connected and booted in",
                "physical memory of the process, all in");
        for (int run = 0; run < options.or("runs", "3").number("runs"); run++) {
            Crowd.Plan plan = ChargerBench.plan(
                    options.or("chargers", "1000").or("heartbeat", "10"), ChargerBench.LEAN + ",-Xmx48m");
            try (Crowd crowd = Crowd.start(plan)) {
                crowd.add();
                Crowd.Took took = crowd.all("connect");
                ChargerBench.pause(options.or("seconds", "12").number("seconds"));
                table.row(
                        count(plan.chargers()),
                        plan.link(),
                        "`" + String.join(" ", plan.jvm()) + "`",
                        took.toString(),
                        megabytes(crowd.usageOfFleets().pss()));
            }
        }
        table.print();
    }
}
