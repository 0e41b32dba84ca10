package dev.roamlab.bench;

import static dev.roamlab.bench.ChargerBench.count;
import static dev.roamlab.bench.ChargerBench.megabytes;

import java.util.Locale;

/** Very many chargers that live: idle, then a part of them charging, then without a network, then back. */
final class LiveBench {
    private static final int CHARGING_PERCENT = 20;
    private static final int SETTLING_SECONDS = 10;

    private final Crowd crowd;
    private final Crowd.Plan plan;
    private final int seconds;
    private final long slabBefore;
    private final Table table = new Table(
            "chargers", "stage", "took", "cores busy", "messages", "memory, processes + kernel", "missing or lost");

    private LiveBench(Crowd crowd, Crowd.Plan plan, int seconds, long slabBefore) {
        this.crowd = crowd;
        this.plan = plan;
        this.seconds = seconds;
        this.slabBefore = slabBefore;
    }

    /** @param whole with charging and blackout; else only as many as there can be */
    static void run(Options given, boolean whole) {
        Options options = given.or("central", "cpo");
        Crowd.Plan plan = ChargerBench.plan(options, ChargerBench.LEAN + ",-Xmx256m");
        long slabBefore = Machine.slab();
        try (Crowd crowd = Crowd.start(plan)) {
            int seconds = options.or("seconds", "60").number("seconds");
            LiveBench bench = new LiveBench(crowd, plan, seconds, slabBefore);
            System.out.println("central systems: " + plan.processes() + " × " + plan.central() + ", chargers: "
                    + plan.processes() + " processes, " + plan.link() + " links, heartbeat every "
                    + plan.heartbeatSeconds() + " s, " + String.join(" ", plan.jvm()));
            bench.begin();
            if (whole) {
                bench.charge();
                bench.darken();
                bench.end();
            }
            bench.table.print();
        }
    }

    private void begin() {
        crowd.add();
        Crowd.Usage before = crowd.usage();
        Crowd.Took took = crowd.all("connect");
        row("connect and boot", took.toString(), before, took.missing());
        live("idle, a heartbeat every " + plan.heartbeatSeconds() + " s");
    }

    private void charge() {
        Crowd.Usage before = crowd.usage();
        Crowd.Took took = crowd.all("charge " + CHARGING_PERCENT);
        row(CHARGING_PERCENT + " % plug in and start", took.toString(), before, took.missing());
        live(CHARGING_PERCENT + " % charging, a meter value a minute");
    }

    private void darken() {
        Crowd.Usage before = crowd.usage();
        Crowd.Took dark = crowd.all("blackout");
        row("blackout", dark.toString(), before, dark.missing());
        Crowd.Usage then = crowd.usage();
        Crowd.Took back = crowd.all("return");
        row("return: all back and booted", back.toString(), then, back.missing());
    }

    /** Everything that began has to end, with the energy that the chargers' meters show. */
    private void end() {
        Crowd.Usage before = crowd.usage();
        Crowd.Took took = crowd.all("stop");
        long[] central = crowd.centrals("figures");
        long metered = crowd.fleets("figures")[11];
        long expected = 0;
        for (int i = 0; i < plan.processes(); i++) {
            expected += plan.share(i) * CHARGING_PERCENT / 100;
        }
        long lost = Math.abs(expected - central[4]) + Math.abs(expected - central[5]) + Math.abs(metered - central[7]);
        row("all stop", took.toString(), before, lost);
        System.out.println("transactions begun " + count(central[4]) + ", ended " + count(central[5]) + "; energy "
                + count(central[7]) + " Wh by the central systems, " + count(metered) + " Wh by the meters");
    }

    private void live(String stage) {
        ChargerBench.pause(SETTLING_SECONDS);
        Crowd.Usage before = crowd.usage();
        long[] messages = crowd.fleets("figures");
        ChargerBench.pause(seconds);
        long[] after = crowd.fleets("figures");
        Crowd.Usage used = crowd.usage().since(before);
        row(
                stage,
                seconds + " s",
                String.format(Locale.ROOT, "%.2f", used.cores()),
                String.format(
                        Locale.ROOT,
                        "%,.0f /s",
                        (after[3] + after[4] - messages[3] - messages[4]) * 1e9 / used.nanos()),
                plan.chargers() - after[1] + after[5]);
    }

    private void row(String stage, String took, Crowd.Usage before, long missing) {
        Crowd.Usage used = crowd.usage().since(before);
        row(stage, took, String.format(Locale.ROOT, "%.2f", used.cores()), "", missing);
    }

    private void row(String stage, String took, String cores, String messages, long missing) {
        Crowd.Usage now = crowd.usage();
        table.row(
                count(plan.chargers()),
                stage,
                took,
                cores,
                messages,
                megabytes(now.pss()) + " + " + megabytes(now.slab() - slabBefore),
                count(missing));
        System.out.println(stage + ": " + took);
    }
}
