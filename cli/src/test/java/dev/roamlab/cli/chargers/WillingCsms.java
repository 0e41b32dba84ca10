package dev.roamlab.cli.chargers;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpp.link.Admission;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.CsmsHandler;
import dev.roamlab.ocpp.link.Handshake;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.link.OcppServer;
import dev.roamlab.ocpp.link.StationConnection;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.AuthorizeRequest;
import dev.roamlab.ocpp.messages.AuthorizeResponse;
import dev.roamlab.ocpp.messages.BootNotificationRequest;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.ocpp.v201.DialectV201;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A central system that takes everybody, and a card or none. */
final class WillingCsms implements CsmsHandler, AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final LabClock clock = new RealClock(1);
    private final HttpServer http;
    private final AuthorizationStatus cards;
    private final Set<String> stations = ConcurrentHashMap.newKeySet();
    private final AtomicInteger transactions = new AtomicInteger();

    WillingCsms(AuthorizationStatus cards) throws Exception {
        this.cards = cards;
        LinkSettings settings = LinkSettings.of(
                vertx,
                clock,
                new ExchangeLog(clock),
                Ids.seeded(1, "csms"),
                List.of(new DialectV201(), new DialectV16()));
        OcppServer server = new OcppServer(settings, transactions::incrementAndGet, this);
        http = vertx.createHttpServer(OcppServer.configure(new HttpServerOptions(), settings));
        server.attach(http);
        http.listen(0, "127.0.0.1").await(10, TimeUnit.SECONDS);
    }

    String url() {
        return "ws://127.0.0.1:" + http.actualPort() + "/ocpp";
    }

    /** Who has ever connected. */
    Set<String> stations() {
        return Set.copyOf(stations);
    }

    @Override
    public Future<Admission> admit(Handshake handshake) {
        stations.add(handshake.stationId());
        return Future.succeededFuture(Admission.accepted());
    }

    @Override
    public void opened(StationConnection connection) {}

    @Override
    public void closed(StationConnection connection, Close close) {}

    @Override
    public Future<? extends Response> on(StationConnection connection, StationCall<?> call) {
        if (call instanceof BootNotificationRequest) {
            return answer(new BootNotificationResponse(clock.instant(), 300, RegistrationStatus.ACCEPTED));
        } else if (call instanceof AuthorizeRequest) {
            return answer(new AuthorizeResponse(IdTokenInfo.of(cards)));
        } else if (call instanceof HeartbeatRequest) {
            return answer(new HeartbeatResponse(clock.instant()));
        } else if (call instanceof StatusNotificationRequest) {
            return answer(new StatusNotificationResponse());
        } else if (call instanceof TransactionEventRequest event) {
            return answer(new TransactionEventResponse(event.idToken().map(token -> IdTokenInfo.of(cards))));
        }
        return Future.failedFuture(new OcppCallException(RpcErrorCode.NOT_IMPLEMENTED, call.action()));
    }

    private static Future<Response> answer(Response response) {
        return Future.succeededFuture(response);
    }

    @Override
    public void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }
}
