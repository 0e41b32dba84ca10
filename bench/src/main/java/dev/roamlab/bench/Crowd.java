package dev.roamlab.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Chargers and central systems in processes of their own: every process of chargers has a central system to itself. */
final class Crowd implements AutoCloseable {
    private static final int RESERVED = 500;

    private final List<Child> centrals = new ArrayList<>();
    private final List<Child> fleets = new ArrayList<>();
    private final Plan plan;

    /**
     * What to start.
     *
     * @param addresses how many each process of chargers connects from; 0: as the system chooses
     * @param central {@code plain-light}, {@code plain-stock} or {@code cpo}
     * @param link how chargers connect: {@code light} or {@code stock}
     * @param heartbeatSeconds what the central systems ask for
     * @param jvm options of every JVM
     */
    record Plan(
            int chargers,
            int processes,
            int eventLoops,
            int addresses,
            String link,
            String central,
            int heartbeatSeconds,
            List<String> jvm) {

        /** As few processes as the number of files that one may open allows. */
        static int processes(int chargers) {
            int most = (int) Math.min(17_000, Self.descriptorLimit() - RESERVED);
            return (chargers + most - 1) / most;
        }

        private String[] arguments(int process, String url) {
            List<String> arguments = new ArrayList<>(List.of(url, link, Integer.toString(eventLoops), prefix(process)));
            for (int i = 0; i < addresses; i++) {
                arguments.add("127.1." + process + "." + (i + 1));
            }
            return arguments.toArray(String[]::new);
        }

        int share(int process) {
            return chargers / processes + (process < chargers % processes ? 1 : 0);
        }
    }

    /** Memory of the processes and of the kernel, and processor time so far. */
    record Usage(long pss, long slab, long cpuMillis, long nanos) {
        Usage since(Usage before) {
            return new Usage(pss - before.pss, slab - before.slab, cpuMillis - before.cpuMillis, nanos - before.nanos);
        }

        /** How many cores were busy. */
        double cores() {
            return cpuMillis * 1e6 / nanos;
        }
    }

    /** What took time: how long, and how many never came. */
    record Took(long nanos, long missing) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s%s", nanos / 1e9, missing > 0 ? ", " + missing + " missing" : "");
        }
    }

    private static String prefix(int process) {
        return "NL-" + process;
    }

    private Crowd(Plan plan) {
        this.plan = plan;
    }

    static Crowd start(Plan plan) {
        Crowd crowd = new Crowd(plan);
        for (int i = 0; i < plan.processes(); i++) {
            Child central = Child.start(
                    plan.jvm(), CentralChild.class, plan.central(), Integer.toString(plan.heartbeatSeconds()));
            crowd.centrals.add(central);
            crowd.fleets.add(Child.start(plan.jvm(), FleetChild.class, plan.arguments(i, central.ask("url"))));
        }
        crowd.fleets("figures"); // all of them run
        return crowd;
    }

    /** Sets all chargers up, and says nothing to them. */
    void add() {
        for (int i = 0; i < fleets.size(); i++) {
            fleets.get(i).tell("add " + plan.share(i));
            centrals.get(i).tell("expect " + prefix(i) + " " + plan.share(i));
        }
        fleets.forEach(fleet -> fleet.answer("add"));
        centrals.forEach(central -> central.answer("expect"));
    }

    /** Has all fleets do something at once; the longest time counts. */
    Took all(String what) {
        fleets.forEach(fleet -> fleet.tell(what));
        long[][] answers =
                fleets.stream().map(fleet -> numbers(fleet.answer(what))).toArray(long[][]::new);
        return new Took(
                Arrays.stream(answers).mapToLong(answer -> answer[0]).max().orElseThrow(),
                Arrays.stream(answers).mapToLong(answer -> answer[1]).sum());
    }

    /** Sums of what the fleets say. */
    long[] fleets(String question) {
        return sums(fleets, question);
    }

    /** Sums of what the central systems say. */
    long[] centrals(String question) {
        return sums(centrals, question);
    }

    Usage usage() {
        return usage(pids(centrals, fleets));
    }

    Usage usageOfFleets() {
        return usage(pids(fleets));
    }

    Usage usageOfCentrals() {
        return usage(pids(centrals));
    }

    private static Usage usage(List<Long> pids) {
        return new Usage(Machine.pss(pids), Machine.slab(), Machine.cpuMillis(pids), System.nanoTime());
    }

    @SafeVarargs
    private static List<Long> pids(List<Child>... children) {
        return Arrays.stream(children).flatMap(List::stream).map(Child::pid).toList();
    }

    private static long[] sums(List<Child> children, String question) {
        children.forEach(child -> child.tell(question));
        return children.stream()
                .map(child -> numbers(child.answer(question)))
                .reduce((one, other) -> {
                    long[] sum = one.clone();
                    Arrays.setAll(sum, i -> one[i] + other[i]);
                    return sum;
                })
                .orElseThrow();
    }

    private static long[] numbers(String answer) {
        return Arrays.stream(answer.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    @Override
    public void close() {
        fleets.forEach(Child::close);
        centrals.forEach(Child::close);
    }
}
