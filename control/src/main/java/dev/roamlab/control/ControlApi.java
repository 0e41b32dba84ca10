package dev.roamlab.control;

import dev.roamlab.control.chargers.Actions;
import dev.roamlab.control.chargers.Chargers;
import dev.roamlab.control.chargers.Roll;
import dev.roamlab.control.chargers.Views;
import dev.roamlab.control.events.EventBuilder;
import dev.roamlab.control.events.EventRing;
import dev.roamlab.control.events.Events;
import dev.roamlab.control.events.Reporter;
import dev.roamlab.control.fleets.Catalogue;
import dev.roamlab.control.fleets.DramaDesk;
import dev.roamlab.control.fleets.Drivers;
import dev.roamlab.control.fleets.Figures;
import dev.roamlab.control.fleets.Fleets;
import dev.roamlab.control.http.ApiKeys;
import dev.roamlab.control.http.ApiServer;
import dev.roamlab.control.http.Problems;
import dev.roamlab.control.interceptor.InterceptorDesk;
import dev.roamlab.openapi.DocsPage;
import dev.roamlab.station.fleet.SimulatedStation;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The control API of one fleet: an HTTP server on an event loop of its own. */
public final class ControlApi extends VerticleBase {
    private static final Duration IDLE = Duration.ofSeconds(75);
    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final ControlSettings settings;
    private final ControlledLab lab;
    private final List<Runnable> subscriptions = new ArrayList<>();
    private @Nullable HttpServer server;

    private ControlApi(ControlSettings settings, ControlledLab lab) {
        this.settings = settings;
        this.lab = lab;
    }

    /** Starts the API; fails when its port cannot be had. */
    public static Future<ControlApi> start(Vertx vertx, ControlSettings settings, ControlledLab lab) {
        ControlApi api = new ControlApi(settings, lab);
        return vertx.deployVerticle(api).map(api);
    }

    /** Stops the API; the fleet goes on. */
    public Future<Void> close() {
        return vertx.undeploy(context.deploymentID());
    }

    /** The port that was had. */
    public int port() {
        return Objects.requireNonNull(server, "the API has not started").actualPort();
    }

    /** Where it can be called from this machine. */
    public String url() {
        boolean everywhere =
                settings.host().equals("0.0.0.0") || settings.host().equals("::");
        String host = everywhere ? "127.0.0.1" : settings.host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    @Override
    public Future<?> start() {
        ApiServer api = new ApiServer(new ApiServer.Settings(
                new ApiKeys(settings.keys()),
                settings.limits(),
                settings.maxBodyBytes(),
                settings.bodyTimeout().toMillis(),
                lab.clock()));
        wire(api);
        Router router = Router.router(vertx);
        new DocsPage("Roamlab control API")
                .with("control", "Control API", api::document)
                .mount(router);
        api.mount(router);
        HttpServer http = vertx.createHttpServer(options());
        server = http;
        Handler<HttpServerRequest> routes = router;
        return http.requestHandler(routes)
                .invalidRequestHandler(new Problems(lab.clock())::unreadable)
                .listen()
                .recover(failure -> Future.failedFuture(
                        failure instanceof BindException
                                ? new PortTaken(settings.host(), settings.port(), failure)
                                : failure));
    }

    /** The port is in use, or may not be used. */
    public static final class PortTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PortTaken(String host, int port, Throwable cause) {
            super("the control API cannot listen on " + host + ":" + port + " (" + cause.getMessage() + ")", cause);
        }
    }

    private void wire(ApiServer api) {
        EventRing ring = new EventRing(settings.keptEvents(), lab.clock());
        Roll roll = new Roll(lab.fleet());
        Views views = new Views(lab.clock());
        Reporter reporter = new Reporter(event -> tell(ring, roll, event), this::groupOf);
        Chargers chargers = new Chargers(lab.fleet(), roll, views, lab.models(), lab.usual(), lab.welcome(), reporter);
        Drivers drivers = new Drivers(lab.clock(), lab.seed(), lab.tokens(), ring::tell);
        chargers.serve(api);
        new Actions(chargers, views).serve(api);
        new Fleets(vertx, lab.clock(), lab.fleet(), chargers, drivers).serve(api);
        new Events(vertx, ring, settings.heartbeat().toMillis()).serve(api);
        new Figures(lab.fleet(), ring, lab.clock()).serve(api);
        new Catalogue(lab.models()).serve(api);
        lab.dramas()
                .ifPresent(dramas ->
                        subscriptions.add(new DramaDesk(dramas).serve(api, event -> tell(ring, roll, event))));
        lab.interceptor().ifPresent(interceptor -> new InterceptorDesk(interceptor).serve(api));
        subscriptions.add(lab.fleet().watch(reporter));
        subscriptions.add(lab.fleet().listen(reporter));
    }

    private String groupOf(String chargePointId) {
        return lab.fleet().station(chargePointId).map(SimulatedStation::group).orElse("");
    }

    /** From the chargers' event loops to ours, in the order in which things happened on each. */
    private void tell(EventRing ring, Roll roll, EventBuilder event) {
        context.runOnContext(here -> {
            event.chargePointId().ifPresent(roll::heardOf);
            ring.tell(event);
        });
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setStrictThreadMode(true)
                .setTcpNoDelay(true)
                .setCompressionSupported(false)
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout((int) IDLE.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setHandle100ContinueAutomatically(true);
    }

    @Override
    public Future<?> stop() {
        subscriptions.forEach(Runnable::run);
        HttpServer running = server;
        return running == null ? Future.succeededFuture() : running.shutdown(DRAIN.toSeconds(), TimeUnit.SECONDS);
    }
}
