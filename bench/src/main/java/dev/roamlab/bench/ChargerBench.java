package dev.roamlab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What chargers cost, one row per run: {@code ChargerBench idle|small|storm|trips|live|record [KEY=VALUE]…}. Without values,
 * each measures what docs/benchmarks.md tells of.
 *
 * <p>Keys: {@code chargers}, {@code runs}, {@code seconds} of a measure, {@code link} (light, stock), {@code central} (cpo,
 * plain-light, plain-stock), {@code loops} and {@code addresses} per process of chargers, {@code heartbeat} in seconds, {@code jvm} options with
 * commas between.
 */
public final class ChargerBench {
    /** Small and quick to warm up: what a fleet of many processes wants. */
    static final String LEAN = "-XX:+UseSerialGC,-XX:TieredStopAtLevel=1,-Xss256k,-XX:ReservedCodeCacheSize=24m";

    /** What one address of the client has for one port before the system becomes slow. */
    private static final int ONE_ADDRESS = 10_000;

    private ChargerBench() {}

    /** Runs the measure that is named. */
    public static void main(String[] args) {
        Self.endOnFailure();
        if (args.length == 0) {
            System.err.println("ChargerBench: say what to measure: idle, small, storm, trips, live or record");
            System.exit(2);
        }
        Options options = Options.of(List.of(args).subList(1, args.length));
        System.out.println(Machine.described());
        switch (args[0]) {
            case "idle" -> IdleBench.run(options);
            case "small" -> SmallBench.run(options);
            case "storm" -> StormBench.run(options);
            case "trips" -> TripBench.run(options);
            case "live" -> LiveBench.run(options.or("chargers", "100000"), true);
            case "record" -> LiveBench.run(options.or("chargers", "250000").or("heartbeat", "300"), false);
            default -> throw new IllegalArgumentException("ChargerBench: no measure '" + args[0] + "'");
        }
    }

    /** The processes of a measure, with options that have not been given filled in. */
    static Crowd.Plan plan(Options given, String jvm) {
        Options options = given.or("chargers", "10000")
                .or("link", "light")
                .or("central", "cpo")
                .or("loops", "1")
                .or("heartbeat", "60")
                .or("jvm", jvm);
        int chargers = options.number("chargers");
        int processes = options.or("processes", Integer.toString(Crowd.Plan.processes(chargers)))
                .number("processes");
        return new Crowd.Plan(
                chargers,
                processes,
                options.number("loops"),
                options.or("addresses", Integer.toString(chargers / processes <= ONE_ADDRESS ? 0 : 10))
                        .number("addresses"),
                options.text("link"),
                options.text("central"),
                options.number("heartbeat"),
                new ArrayList<>(List.of(options.text("jvm").split(","))));
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String kilobytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f KB", bytes / 1e3);
    }

    static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%,.0f MB", bytes / 1e6);
    }

    static void pause(int seconds) {
        try {
            java.util.concurrent.TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
