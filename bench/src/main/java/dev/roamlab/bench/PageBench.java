package dev.roamlab.bench;

import dev.roamlab.lab.Ids;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.lab.Neighbourhood;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures what OCPI costs on top of HTTP: {@code PageBench [ROUNDS] [SECONDS]}.
 *
 * <p>A CPO serves a page of 50 locations to a registered partner; beside it, in the same process and on one event loop as
 * well, a bare Vert.x handler sends the same bytes. Both get the same load from another process, in turns. Since server
 * and client share the machine, the processor time per request is the figure to trust: it does not depend on who else is
 * busy, nor on whether the client is the slower of the two.
 */
public final class PageBench {
    private static final int LOCATIONS = 500;
    private static final int WARM_UPS = 3;

    private final Nodes nodes;
    private final PageLoad load;
    private final int rounds;
    private final int seconds;

    private PageBench(Nodes nodes, PageLoad load, int rounds, int seconds) {
        this.nodes = nodes;
        this.load = load;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Runs the whole program. */
    public static void main(String[] args) throws Exception {
        Self.endOnFailure();
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Nodes nodes = Nodes.start(new StoreLocation.Memory(), new StoreLocation.Memory());
        var streets = new Neighbourhood(Nodes.CPO, Instant.now(), Ids.seeded(1, "bench"), List.of());
        Nodes.await(nodes.cpo().cpo().loadLocations(streets.build(2 * LOCATIONS).locations()));
        try (PageLoad load = PageLoad.best()) {
            new PageBench(nodes, load, rounds, seconds).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        System.out.printf("%d rounds of %d s each, load: %s%n", rounds, seconds, load.name());
        Table table = new Table(
                "OCPI", "page", "CPO", "bare handler", "share", "CPU per request, CPO", "CPU, bare", "share by CPU");
        for (OcpiVersion version : OcpiVersion.values()) {
            table.row(measure(version));
        }
        table.print();
        latency();
    }

    /** A page that was asked for before is still in memory; others are taken from the store and written in the version. */
    private void latency() throws Exception {
        Table table = new Table("OCPI", "page asked for again", "page not asked for lately");
        var latency = new PageLatency(nodes.vertx().createHttpClient(), nodes.authorizationAtCpo());
        for (OcpiVersion version : OcpiVersion.values()) {
            String url = url(version);
            table.row(
                    version.value(),
                    text("%d µs", latency.median(number -> url)),
                    text("%d µs", latency.median(number -> url + "?offset=" + number % (LOCATIONS - 50))));
        }
        table.print();
    }

    private String url(OcpiVersion version) {
        return nodes.cpoUrl().replaceFirst("/versions$", "/" + version.value() + "/locations");
    }

    private String[] measure(OcpiVersion version) throws Exception {
        String url = url(version);
        Sample sample = fetch(url);
        String bare = serve(sample);
        List<Round> cpos = new ArrayList<>();
        List<Round> bares = new ArrayList<>();
        for (int i = -WARM_UPS; i < rounds; i++) {
            Round cpo = round(url);
            Round other = round(bare);
            if (i >= 0) {
                cpos.add(cpo);
                bares.add(other);
            }
        }
        double cpo = median(cpos.stream().mapToDouble(Round::perSecond).toArray());
        double other = median(bares.stream().mapToDouble(Round::perSecond).toArray());
        double cpoMicros = median(cpos.stream().mapToDouble(Round::cpuMicros).toArray());
        double bareMicros = median(bares.stream().mapToDouble(Round::cpuMicros).toArray());
        return new String[] {
            version.value(),
            text("%,d bytes", sample.body().length()),
            text("%,.0f /s", cpo),
            text("%,.0f /s", other),
            text("%.0f %%", 100 * cpo / other),
            text("%.0f µs", cpoMicros),
            text("%.0f µs", bareMicros),
            text("%.0f %%", 100 * bareMicros / cpoMicros)
        };
    }

    private record Round(double perSecond, double cpuMicros) {}

    private Round round(String url) {
        long before = Self.cpuNanos();
        double perSecond = load.run(url, nodes.authorizationAtCpo(), seconds);
        return new Round(perSecond, (Self.cpuNanos() - before) / 1e3 / (perSecond * seconds));
    }

    private record Sample(MultiMap headers, Buffer body) {}

    private Sample fetch(String url) throws Exception {
        HttpClient client = nodes.vertx().createHttpClient();
        RequestOptions page = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url)
                .putHeader("Authorization", nodes.authorizationAtCpo());
        return Nodes.await(client.request(page)
                .compose(request -> request.send())
                .compose(answer -> answer.body().map(body -> new Sample(answer.headers(), body))));
    }

    /** The same bytes without OCPI. */
    private String serve(Sample sample) throws Exception {
        Vertx vertx = nodes.vertx();
        var server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setStrictThreadMode(true)
                        .setTcpNoDelay(true))
                .requestHandler(request -> {
                    request.response().headers().setAll(sample.headers());
                    request.response().end(sample.body());
                });
        return "http://127.0.0.1:" + Nodes.await(server.listen()).actualPort() + "/page";
    }

    private static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
