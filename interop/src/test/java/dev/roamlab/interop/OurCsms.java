package dev.roamlab.interop;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.link.Admission;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.CsmsHandler;
import dev.roamlab.ocpp.link.Handshake;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.link.OcppServer;
import dev.roamlab.ocpp.link.StationConnection;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The bare link of a central system, to ask stations everything that the protocol has. */
final class OurCsms implements CsmsHandler, AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final RealClock clock = new RealClock(1);
    private final OcppServer server;
    private final HttpServer http;
    private final CompletableFuture<StationConnection> opened = new CompletableFuture<>();

    OurCsms(Dialect dialect) throws Exception {
        LinkSettings settings =
                LinkSettings.of(vertx, clock, new ExchangeLog(clock), Ids.seeded(1, "csms"), List.of(dialect));
        server = new OcppServer(settings, () -> 1, this);
        http = vertx.createHttpServer(OcppServer.configure(new HttpServerOptions(), settings));
        server.attach(http);
        http.listen(0, "127.0.0.1").await(10, SECONDS);
    }

    String url() {
        return "ws://127.0.0.1:" + http.actualPort() + "/ocpp";
    }

    <A extends Response> A ask(String stationId, CsmsCall<A> call) throws Exception {
        opened.get(15, SECONDS);
        return server.connection(stationId).orElseThrow().call(call).await(15, SECONDS);
    }

    @Override
    public Future<Admission> admit(Handshake handshake) {
        return Future.succeededFuture(Admission.accepted());
    }

    @Override
    public void opened(StationConnection connection) {
        opened.complete(connection);
    }

    @Override
    public Future<? extends Response> on(StationConnection connection, StationCall<?> call) {
        return Future.failedFuture(new IllegalStateException("not in these tests: " + call.action()));
    }

    @Override
    public void closed(StationConnection connection, Close close) {}

    @Override
    public void close() throws Exception {
        vertx.close().await(10, SECONDS);
        clock.close();
    }
}
