package dev.roamlab.bench;

import dev.roamlab.node.store.StoreLocation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Measures how many sessions a second an eMSP takes in: {@code SessionPutBench [STORE] [SECONDS]}.
 *
 * <p>The eMSP runs in a JVM of its own, with its state in a folder (SQLite) unless a PostgreSQL URL is given, and answers a
 * PUT when the session is stored for good. This process plays the CPO: it keeps a number of PUTs under way, first of new
 * sessions, then of changes to those.
 */
public final class SessionPutBench {
    private static final int[] IN_FLIGHT = {1, 8, 64};
    private static final String SESSION = """
            {"country_code":"%1$s","party_id":"%2$s","id":"%3$s","start_date_time":"2026-11-21T10:00:00Z","kwh":%4$d.125,\
            "cdr_token":{"country_code":"NL","party_id":"VOL","uid":"04A2B3C4D5E680","type":"RFID",\
            "contract_id":"NL-VOL-C00000042-7"},"auth_method":"WHITELIST","location_id":"LOT-17","evse_uid":"EVSE-34-1",\
            "connector_id":"1","currency":"EUR","charging_periods":[\
            {"start_date_time":"2026-11-21T10:00:00Z","dimensions":[{"type":"ENERGY","volume":3.5},{"type":"TIME","volume":0.5}],\
            "tariff_id":"DAY"},\
            {"start_date_time":"2026-11-21T10:30:00Z","dimensions":[{"type":"ENERGY","volume":4.25},{"type":"TIME","volume":0.5}],\
            "tariff_id":"DAY"}],\
            "total_cost":{"excl_vat":4.20,"incl_vat":5.08},"status":"ACTIVE","last_updated":"%5$s"}""";

    private final HttpClient client;
    private final Child node;
    private final String url;
    private final String authorization;
    private final int seconds;
    private long lastId;

    private SessionPutBench(HttpClient client, Child node, int seconds) {
        this.client = client;
        this.node = node;
        this.seconds = seconds;
        String[] place = node.ask("place").split("\t");
        this.url = place[0];
        this.authorization = place[1];
    }

    /** Runs the whole program; as {@code node STORE}, the eMSP of another one. */
    public static void main(String[] args) throws Exception {
        Self.endOnFailure();
        if (args.length == 2 && args[0].equals("node")) {
            serve(args[1]);
            return;
        }
        boolean own = args.length == 0 || args[0].equals("-");
        Path folder = Files.createTempDirectory("roamlab-bench");
        String store = own ? folder.toString() : args[0];
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Vertx vertx = Vertx.vertx();
        HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(IN_FLIGHT[IN_FLIGHT.length - 1]));
        try (Child node = Child.start(List.of("-XX:+UseG1GC"), SessionPutBench.class, "node", store)) {
            System.out.println("store: " + (own ? "SQLite in a new folder" : StoreLocation.parse(store)));
            new SessionPutBench(client, node, seconds).run();
        } finally {
            Nodes.await(vertx.close());
            delete(folder);
        }
    }

    private static void serve(String store) throws Exception {
        Nodes nodes = Nodes.start(new StoreLocation.Memory(), StoreLocation.parse(store));
        String sessions = nodes.emspUrl().replaceFirst("/versions$", "/2.2.1/sessions/")
                + Nodes.CPO.countryCode().value() + "/" + Nodes.CPO.partyId().value() + "/";
        Child.serve(question -> question.equals("cpu")
                ? String.valueOf(Self.cpuNanos())
                : sessions + "\t" + nodes.authorizationAtEmsp());
    }

    private void run() throws Exception {
        for (int inFlight : IN_FLIGHT) {
            new Round(inFlight, 0).run(2 * seconds / IN_FLIGHT.length + 1); // the JVMs get warm
        }
        Table table = new Table("in flight", "what", "PUT /s", "p50", "p99", "max", "CPU per PUT, eMSP");
        for (int inFlight : IN_FLIGHT) {
            long known = lastId;
            table.row(row(inFlight, "new session", 0));
            table.row(row(inFlight, "change of one", lastId - known));
        }
        table.print();
    }

    /** @param known how many of the latest sessions are to be changed; 0 for new ones */
    private String[] row(int inFlight, String what, long known) throws Exception {
        long cpu = node.numbers("cpu")[0];
        Round round = new Round(inFlight, known);
        double perSecond = round.run(seconds);
        double cpuMicros = (node.numbers("cpu")[0] - cpu) / 1e3 / round.latency.getTotalCount();
        return new String[] {
            String.valueOf(inFlight),
            what,
            String.format(Locale.ROOT, "%,.0f", perSecond),
            millis(round.latency.getValueAtPercentile(50)),
            millis(round.latency.getValueAtPercentile(99)),
            millis(round.latency.getMaxValue()),
            String.format(Locale.ROOT, "%.0f µs", cpuMicros)
        };
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f ms", micros / 1e3);
    }

    /** Keeps a number of PUTs under way for a while. */
    private final class Round {
        private final int inFlight;
        private final long known;
        private final long first = lastId;
        private final Histogram latency = new Histogram(3);
        private long next;

        Round(int inFlight, long known) {
            this.inFlight = inFlight;
            this.known = known;
        }

        /** @return PUTs per second */
        double run(int duration) throws Exception {
            long start = System.nanoTime();
            long deadline = start + TimeUnit.SECONDS.toNanos(duration);
            List<Future<Void>> callers = new ArrayList<>();
            for (int i = 0; i < inFlight; i++) {
                callers.add(Repeat.during(() -> System.nanoTime() < deadline, this::put));
            }
            Nodes.await(Future.all(callers));
            return latency.getTotalCount() * 1e9 / (System.nanoTime() - start);
        }

        private Future<Void> put() {
            String id = nextId();
            String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
            String party = Nodes.CPO.partyId().value();
            String body = SESSION.formatted(
                    Nodes.CPO.countryCode().value(), party, id, Math.floorMod(id.hashCode(), 40), now);
            int expected = known == 0 ? 201 : 200;
            long begun = System.nanoTime();
            return client.request(new RequestOptions()
                            .setMethod(HttpMethod.PUT)
                            .setAbsoluteURI(url + id)
                            .putHeader("Authorization", authorization)
                            .putHeader("Content-Type", "application/json"))
                    .compose(request -> request.send(body))
                    .compose(answer -> answer.body().map(text -> {
                        if (answer.statusCode() != expected) {
                            throw new IllegalStateException("HTTP " + answer.statusCode() + ": " + text);
                        }
                        record(begun);
                        return null;
                    }));
        }

        private synchronized void record(long begun) {
            latency.recordValue((System.nanoTime() - begun) / 1000);
        }

        private synchronized String nextId() {
            next++;
            long number = known == 0 ? ++lastId : first - known + 1 + next % known;
            return "SES-" + number;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
