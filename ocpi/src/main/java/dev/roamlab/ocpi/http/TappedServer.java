package dev.roamlab.ocpi.http;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.http.OcpiServer.Settings;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Consumer;

/** Lets a tap stand between the connection and the server, and records what crosses the connection. */
final class TappedServer {
    private static final String VERSIONS = "versions";

    private final Settings settings;
    private final WireTap tap;
    private final Consumer<ServerExchange> server;
    private final LabClock clock;
    private final ExchangeLog log;

    /** @param server answers an exchange, sooner or later */
    TappedServer(Settings settings, WireTap tap, Consumer<ServerExchange> server, LabClock clock, ExchangeLog log) {
        this.settings = settings;
        this.tap = tap;
        this.server = server;
        this.clock = clock;
        this.log = log;
    }

    /** Passes the request on as it is while the tap is idle. */
    void stand(RoutingContext context) {
        if (tap.isIdle()) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        request.body()
                .compose(body -> exchange(request, body))
                .onSuccess(answer -> {
                    context.response().headers().addAll(answer.headers());
                    context.response().setStatusCode(answer.status()).end(answer.body());
                })
                .onFailure(broken -> request.connection().close());
    }

    private Future<WireAnswer> exchange(HttpServerRequest request, Buffer body) {
        WireRequest arrived = arrived(request, body);
        ServerExchange atTheWire = new ServerExchange(new Carrier.Tapped(arrived), settings.label(), clock, log);
        return tap.served(arrived, seen -> answer(seen, atTheWire))
                .onSuccess(answer -> atTheWire.record(answer.status(), answer.headers(), answer.body()));
    }

    private Future<WireAnswer> answer(WireRequest seen, ServerExchange atTheWire) {
        Carrier.Tapped carrier = new Carrier.Tapped(seen);
        ServerExchange exchange = new ServerExchange(carrier, settings.label(), clock, log);
        server.accept(exchange);
        return carrier.future().onComplete(answered -> atTheWire.learnFrom(exchange));
    }

    private WireRequest arrived(HttpServerRequest request, Buffer body) {
        List<String> path = path(request.path());
        boolean inVersion = !path.isEmpty() && OcpiVersion.of(path.get(0)).isPresent();
        boolean inModule = inVersion && path.size() > 1;
        return new WireRequest(
                inVersion ? path.get(0) : "",
                inModule ? path.get(1) : VERSIONS,
                inModule ? path.subList(2, path.size()) : List.of(),
                request.method(),
                request.absoluteURI(),
                request.headers(),
                body);
    }

    private List<String> path(String path) {
        try {
            return Paths.below(settings.path(), path);
        } catch (OcpiException notEscaped) {
            return List.of();
        }
    }
}
