package dev.roamlab.station.fleet;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.dialect.Dialect;
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
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.MeterValuesRequest;
import dev.roamlab.ocpp.messages.MeterValuesResponse;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationRequest;
import dev.roamlab.ocpp.messages.security.SecurityEventNotificationResponse;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.station.DeviceAnswers;
import dev.roamlab.station.Said;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A central system that accepts everything and remembers what it was told. */
public final class TinyCsms implements CsmsHandler {
    private final LabClock clock;
    private final OcppServer server;
    private final HttpServer http;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<StationCall<?>> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger transactions = new AtomicInteger(1000);

    public TinyCsms(Vertx vertx, LabClock clock, ExchangeLog log) throws Exception {
        this(vertx, clock, log, List.of(new DialectV16()));
    }

    TinyCsms(Vertx vertx, LabClock clock, ExchangeLog log, List<Dialect> dialects) throws Exception {
        this.clock = clock;
        LinkSettings settings = LinkSettings.of(vertx, clock, log, Ids.seeded(1, "csms"), dialects);
        this.server = new OcppServer(settings, transactions::incrementAndGet, this);
        this.http = vertx.createHttpServer(OcppServer.configure(new HttpServerOptions(), settings));
        server.attach(http);
        http.listen(0, "127.0.0.1").await(10, TimeUnit.SECONDS);
    }

    /** Where stations connect to. */
    public String url() {
        return "ws://127.0.0.1:" + http.actualPort() + "/ocpp";
    }

    /** What it was told, by all stations, in the order of arrival; heartbeats left out. */
    public List<String> told() {
        return List.copyOf(told);
    }

    List<TransactionEventRequest> transactionEvents() {
        return calls.stream()
                .filter(TransactionEventRequest.class::isInstance)
                .map(TransactionEventRequest.class::cast)
                .toList();
    }

    <T> List<T> calls(Class<T> type) {
        return calls.stream().filter(type::isInstance).map(type::cast).toList();
    }

    int connections() {
        return server.connections().size();
    }

    <A extends Response> A ask(String stationId, CsmsCall<A> call) throws Exception {
        return server.connection(stationId).orElseThrow().call(call).await(10, TimeUnit.SECONDS);
    }

    void hangUp(String stationId) throws Exception {
        server.connection(stationId).orElseThrow().close("no reason").await(10, TimeUnit.SECONDS);
    }

    @Override
    public Future<Admission> admit(Handshake handshake) {
        return Future.succeededFuture(Admission.accepted());
    }

    @Override
    public void opened(StationConnection connection) {}

    @Override
    public void closed(StationConnection connection, Close close) {}

    @Override
    public Future<? extends Response> on(StationConnection connection, StationCall<?> call) {
        if (!(call instanceof HeartbeatRequest)) {
            told.add(connection.stationId() + " " + Said.in(call));
            calls.add(call);
        }
        return Future.succeededFuture(answer(call));
    }

    private Response answer(StationCall<?> call) {
        if (call instanceof BootNotificationRequest) {
            return new BootNotificationResponse(clock.instant(), 300, RegistrationStatus.ACCEPTED);
        } else if (call instanceof AuthorizeRequest) {
            return new AuthorizeResponse(IdTokenInfo.of(AuthorizationStatus.ACCEPTED));
        } else if (call instanceof HeartbeatRequest) {
            return new HeartbeatResponse(clock.instant());
        } else if (call instanceof StatusNotificationRequest) {
            return new StatusNotificationResponse();
        } else if (call instanceof SecurityEventNotificationRequest) {
            return new SecurityEventNotificationResponse();
        } else if (call instanceof MeterValuesRequest) {
            return new MeterValuesResponse();
        } else if (call instanceof TransactionEventRequest event) {
            return new TransactionEventResponse(
                    event.idToken().map(token -> IdTokenInfo.of(AuthorizationStatus.ACCEPTED)));
        }
        return DeviceAnswers.to(call);
    }
}
