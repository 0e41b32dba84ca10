package dev.roamlab.cpo.csms;

import dev.roamlab.node.LabContext;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.link.OcppServer;
import dev.roamlab.ocpp.link.SecurityGuard;
import dev.roamlab.ocpp.security.CsmsSecurity;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.ocpp.v201.DialectV201;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Opens the node's HTTP port to stations, at {@code /ocpp/{stationId}}. */
public final class CsmsLink {
    /** Well below the port's idle time-out, so that quiet stations stay and dead ones are noticed. */
    private static final Duration PING_INTERVAL = Duration.ofMinutes(1);

    private static final int NOT_FOUND = 404;

    private final Vertx vertx;
    private final LabContext lab;
    private final CsmsSecurity security;
    private final LinkSettings settings;
    private Optional<OcppServer> running = Optional.empty();
    private Optional<HttpServer> secure = Optional.empty();

    /** A link that speaks OCPP 2.0.1 and 1.6, whichever a station prefers, to stations that are secure enough. */
    public CsmsLink(Vertx vertx, LabContext lab, CsmsSecurity security) {
        this.vertx = vertx;
        this.lab = lab;
        this.security = security;
        this.settings = settings(vertx, lab);
    }

    /** The versions spoken and the usual figures, for whoever holds connections: the node itself, or a gateway. */
    public static LinkSettings settings(Vertx vertx, LabContext lab) {
        List<Dialect> spoken = List.of(new DialectV201(), new DialectV16());
        return LinkSettings.of(vertx, lab.clock(), lab.log(), lab.ids(), spoken).withPingInterval(PING_INTERVAL);
    }

    /** Changes the server's options as the link needs them. */
    public HttpServerOptions configure(HttpServerOptions options) {
        return OcppServer.configure(options, settings);
    }

    /** Serves stations on a server that does not listen yet. */
    public void serve(HttpServer server, TransactionNumbers numbers, Csms csms) {
        OcppServer ocpp =
                new OcppServer(settings, numbers::next, new DirectStations(csms, new SecurityGuard(security)));
        ocpp.attach(server);
        running = Optional.of(ocpp);
    }

    /** Opens the port with TLS, if there is to be one; makes keys and certificates first if need be. */
    public Future<Void> listen(String host) {
        if (!security.profile().tls()) {
            return Future.succeededFuture();
        }
        return security.configure(configure(new HttpServerOptions()), vertx, lab.clock())
                .map(vertx::createHttpServer)
                .compose(server -> {
                    running.orElseThrow().attach(server);
                    secure = Optional.of(server);
                    return server.requestHandler(request ->
                                    request.response().setStatusCode(NOT_FOUND).end())
                            .listen(security.port(), host);
                })
                .mapEmpty();
    }

    /** The port with TLS; empty without one. */
    public Optional<Integer> securePort() {
        return secure.map(HttpServer::actualPort);
    }

    /** Ends all connections. */
    public Future<Void> close() {
        Future<Void> closed = running.map(OcppServer::close).orElseGet(Future::succeededFuture);
        return closed.eventually(() -> secure.map(HttpServer::close).orElseGet(Future::succeededFuture));
    }
}
