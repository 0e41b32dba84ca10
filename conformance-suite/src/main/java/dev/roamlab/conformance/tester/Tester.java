package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.wire.Caller;
import dev.roamlab.conformance.wire.Evidence;
import dev.roamlab.conformance.wire.Recorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The counterpart that the suite plays: an HTTP server with one or more OCPI platforms of the role opposite to the system under
 * test, in both versions at once. It is correct to the letter unless a {@link Script} says otherwise.
 */
public final class Tester implements AutoCloseable {
    private static final long START_SECONDS = 20;
    /** Less than the main platform owns, so that whoever pulls has to turn pages. */
    private static final int MAIN_PAGE = 5;

    private final Evidence evidence;
    private final Sut sut;
    private final String runId;
    private final SutMap map = new SutMap();
    private final List<Platform> platforms = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final ExecutorService workers;
    private final Caller caller;
    private final Counterpart counterpart;
    private final HttpServer server;
    private final String base;
    private final Platform main;

    private Tester(Vertx vertx, Recorder recorder, Evidence evidence, Sut sut, String runId) {
        this.evidence = evidence;
        this.sut = sut;
        this.runId = runId;
        this.workers = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "tester-" + numbers.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        map.learn(sut.versionsUrl(), Directory.VERSIONS);
        this.caller = new Caller(vertx, recorder, map::targetOf);
        this.counterpart = new Counterpart(vertx, caller, map, sut, workers);
        var reception = new Reception(vertx, recorder, this::platformAt, new Behaviours(counterpart), this::complete);
        try {
            this.server = vertx.createHttpServer(new HttpServerOptions()
                            .setHost(sut.tester().listenHost())
                            .setPort(sut.tester().port())
                            .setMaxHeaderSize(64 * 1024)
                            .setMaxInitialLineLength(32 * 1024)
                            .setDecompressionSupported(true)
                            .setHandle100ContinueAutomatically(true))
                    .requestHandler(reception::receive)
                    .listen()
                    .await(START_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new IllegalStateException("the tester's server did not start within " + START_SECONDS + " s", late);
        }
        this.base = base(sut, server.actualPort());
        // Odd on purpose, and legal: neither path nor query of a versions URL is prescribed (VER-002).
        this.main = add(
                runId,
                new PlatformSetup(sut.role().counterpart(), sut.tester().party())
                        .path("start-here?k=1")
                        .pageLimit(MAIN_PAGE));
    }

    /** Starts the server and its main platform; blocks until it listens. */
    public static Tester start(Vertx vertx, Recorder recorder, Evidence evidence, Sut sut, String runId) {
        return new Tester(vertx, recorder, evidence, sut, runId);
    }

    private static String base(Sut sut, int port) {
        String url = sut.tester()
                .publicUrl()
                .map(URI::toString)
                .orElse("http://" + sut.tester().listenHost() + ":" + port);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The platform that the run registers with. */
    public Platform main() {
        return main;
    }

    /** A further platform on the same server, with paths, tokens and objects of its own. */
    public Platform another(Party party, Consumer<PlatformSetup> changes) {
        PlatformSetup setup = new PlatformSetup(sut.role().counterpart(), party);
        changes.accept(setup);
        return add(runId + "-" + (platforms.size() + 1), setup);
    }

    private Platform add(String name, PlatformSetup setup) {
        var addresses = new Addresses(base + "/" + name, setup.path());
        Platform platform = new Platform(setup, addresses, evidence, runId);
        platforms.add(platform);
        return platform;
    }

    /** What the tester calls the system under test with; its calls are recorded with their targets. */
    public Caller caller() {
        return caller;
    }

    /** What the tester has learned about the URLs of the system under test. */
    public SutMap map() {
        return map;
    }

    /** Registers a platform with the system under test, and changes or ends that registration. */
    public Enrolment enrolment(Platform platform) {
        return new Enrolment(caller, map, platform, sut);
    }

    /** Charges at a platform that plays a CPO. */
    public LivingCharges charges(Platform platform) {
        return counterpart.charges(platform);
    }

    /** Tells the system under test of objects of a platform. */
    public Push push(Platform platform) {
        return new Push(platform, caller);
    }

    /** The URL under which the system under test sees the server, without a slash at its end. */
    public String base() {
        return base;
    }

    /** A request's URL as the system under test meant it: host and scheme are those that it was given. */
    private URI complete(String requestUri) {
        URI given = URI.create(base);
        String root = given.getScheme() + "://" + given.getRawAuthority();
        return LenientUri.of(requestUri.startsWith("/") ? root + requestUri : requestUri);
    }

    private Optional<Platform> platformAt(URI uri) {
        return platforms.stream().filter(platform -> platform.covers(uri)).findFirst();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        try {
            server.close().await(START_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException stuck) {
            throw new IllegalStateException("the tester's server did not stop within " + START_SECONDS + " s", stuck);
        }
    }
}
