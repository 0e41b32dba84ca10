package dev.roamlab.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a connected charger costs: {@code FleetBench [CHARGERS]…}, by default 1,000 and then 10,000.
 *
 * <p>A CPO node and the simulated stations run in two JVMs of their own, both new for each size, so that the rate of
 * connecting is that of a cold start. Memory is what came on top of the same processes with {@value #FIRST} stations, after
 * full collections.
 */
public final class FleetBench {
    private static final int FIRST = 10;
    private static final int RESERVED = 500;
    private static final List<String> JVM_OPTIONS = List.of("-XX:+UseG1GC", "-Xmx2g");

    private FleetBench() {}

    /** Runs the whole program. */
    public static void main(String[] args) {
        Self.endOnFailure();
        int[] sizes = args.length == 0
                ? new int[] {1_000, 10_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        Table table = new Table(
                "chargers",
                "connected and booted",
                "rate",
                "CPU per charger, CPO / stations",
                "live heap per charger, CPO",
                "live heap, station",
                "resident, CPO",
                "resident, station",
                "both");
        for (int size : sizes) {
            table.row(measure(size));
        }
        table.print();
    }

    private static String[] measure(int chargers) {
        long limit = Self.descriptorLimit();
        if (chargers + RESERVED > limit) {
            throw new IllegalArgumentException(
                    chargers + " chargers need as many sockets in each process, but a process" + " may open only "
                            + limit + " files; raise the limit (ulimit -n) or take fewer");
        }
        try (Child server = Child.start(JVM_OPTIONS, FleetBenchServer.class);
                Child fleet = Child.start(JVM_OPTIONS, FleetBenchStations.class, server.ask("url"))) {
            fleet.ask("connect " + FIRST);
            Usage cpoBefore = Usage.of(server);
            Usage stationsBefore = Usage.of(fleet);
            long nanos = fleet.numbers("connect " + chargers)[0];
            long connected = server.numbers("connected")[0];
            if (connected != FIRST + chargers) {
                throw new IllegalStateException("the CPO knows " + connected + " connected stations");
            }
            return row(
                    chargers,
                    nanos,
                    Usage.of(server).since(cpoBefore),
                    Usage.of(fleet).since(stationsBefore));
        }
    }

    private static String[] row(int chargers, long nanos, Usage cpo, Usage stations) {
        return new String[] {
            String.format(Locale.ROOT, "%,d", chargers),
            String.format(Locale.ROOT, "%.1f s", nanos / 1e9),
            String.format(Locale.ROOT, "%,.0f /s", chargers * 1e9 / nanos),
            String.format(
                    Locale.ROOT, "%d / %d µs", cpo.cpuNanos() / 1000 / chargers, stations.cpuNanos() / 1000 / chargers),
            kilobytes(cpo.heap(), chargers),
            kilobytes(stations.heap(), chargers),
            kilobytes(cpo.resident(), chargers),
            kilobytes(stations.resident(), chargers),
            kilobytes(cpo.resident() + stations.resident(), chargers)
        };
    }

    private static String kilobytes(long bytes, int chargers) {
        return String.format(Locale.ROOT, "%.1f KB", bytes / 1e3 / chargers);
    }

    /** What a process has used so far; the processor time does not include taking this very measure. */
    private record Usage(long cpuNanos, long heap, long resident) {
        static Usage of(Child child) {
            long[] figures = child.numbers("usage");
            return new Usage(figures[0], figures[1], figures[2]);
        }

        Usage since(Usage before) {
            return new Usage(cpuNanos - before.cpuNanos, heap - before.heap, resident - before.resident);
        }
    }

    /** What both children answer to {@code usage}. */
    static String usage() {
        long cpu = Self.cpuNanos();
        long heap = Self.liveHeap();
        return cpu + " " + heap + " " + Self.residentBytes();
    }
}
