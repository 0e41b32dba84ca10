package dev.roamlab.bench;

import dev.roamlab.node.LabContext;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.link.Admission;
import dev.roamlab.ocpp.link.Close;
import dev.roamlab.ocpp.link.CsmsHandler;
import dev.roamlab.ocpp.link.Handshake;
import dev.roamlab.ocpp.link.LinkKind;
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
import dev.roamlab.ocpp.messages.MessageTrigger;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.messages.StatusNotificationRequest;
import dev.roamlab.ocpp.messages.StatusNotificationResponse;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.ocpp.messages.TransactionEventResponse;
import dev.roamlab.ocpp.messages.TriggerMessageRequest;
import dev.roamlab.ocpp.v16.DialectV16;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A small central system: frames, payload rules and translation are those of the CPO node, but it only counts what it is
 * told. It keeps the register of every transaction, so that what got lost can be told.
 */
final class PlainCentral implements CentralChild.Central, CsmsHandler {
    private final LabContext lab;
    private final int heartbeatSeconds;
    private final LongAdder boots = new LongAdder();
    private final LongAdder heartbeats = new LongAdder();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder meterValues = new LongAdder();
    private final LongAdder wattHours = new LongAdder();
    /** By transaction id, the register at its beginning. Of one event loop only. */
    private final Map<String, BigDecimal> registers = new HashMap<>();

    private final OcppServer server;
    private final HttpServer http;

    private PlainCentral(LabContext lab, Vertx vertx, LinkKind kind, int heartbeatSeconds) {
        this.lab = lab;
        this.heartbeatSeconds = heartbeatSeconds;
        LinkSettings settings = LinkSettings.of(
                        vertx, lab.clock(), lab.log(), lab.ids(), java.util.List.of(new DialectV16()))
                .withKind(kind);
        AtomicInteger transactions = new AtomicInteger();
        this.server = new OcppServer(settings, transactions::incrementAndGet, this);
        this.http =
                vertx.createHttpServer(OcppServer.configure(new HttpServerOptions().setAcceptBacklog(4096), settings));
        server.attach(http);
    }

    static PlainCentral start(LabContext lab, Vertx vertx, LinkKind kind, int heartbeatSeconds) throws Exception {
        PlainCentral central = new PlainCentral(lab, vertx, kind, heartbeatSeconds);
        Nodes.await(central.http.listen(0, "127.0.0.1"));
        return central;
    }

    @Override
    public String url() {
        return "ws://127.0.0.1:" + http.actualPort() + "/ocpp";
    }

    long heartbeats() {
        return heartbeats.sum();
    }

    /** Transactions begun. */
    long begun() {
        return begun.sum();
    }

    /** Transactions ended. */
    long ended() {
        return ended.sum();
    }

    /** Of all transactions that have ended. */
    long wattHours() {
        return wattHours.sum();
    }

    long meterValues() {
        return meterValues.sum();
    }

    /** Connections that stand. */
    long open() {
        return server.figures().sums().open();
    }

    @Override
    public void expect(String prefix, int chargers) {
        // Whoever comes is welcome.
    }

    @Override
    public String figures() {
        var sums = server.figures().sums();
        return open() + " " + sums.messagesReceived() + " " + boots + " " + heartbeats + " " + begun + " " + ended + " "
                + meterValues + " " + wattHours;
    }

    @Override
    public String trips(int seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        LongAdder asked = new LongAdder();
        var connections = server.connections();
        CountDownLatch over = new CountDownLatch(connections.size());
        long before = heartbeats.sum();
        long start = System.nanoTime();
        connections.forEach(connection -> trip(connection, deadline, asked, over));
        over.await();
        long took = System.nanoTime() - start;
        return (asked.sum() + heartbeats.sum() - before) + " " + took;
    }

    private static void trip(StationConnection connection, long deadline, LongAdder asked, CountDownLatch over) {
        if (System.nanoTime() > deadline) {
            over.countDown();
            return;
        }
        connection
                .call(new TriggerMessageRequest(MessageTrigger.HEARTBEAT, Optional.empty()))
                .onSuccess(answer -> {
                    asked.increment();
                    trip(connection, deadline, asked, over);
                })
                .onFailure(failure -> over.countDown());
    }

    @Override
    public Future<Admission> admit(Handshake handshake) {
        return Future.succeededFuture(new Admission.Accepted(Topology.ONE_CONNECTOR_EACH));
    }

    @Override
    public void opened(StationConnection connection) {}

    @Override
    public void closed(StationConnection connection, Close close) {}

    @Override
    public Future<? extends Response> on(StationConnection connection, StationCall<?> call) {
        return Future.succeededFuture(answer(call));
    }

    private Response answer(StationCall<?> call) {
        if (call instanceof HeartbeatRequest) {
            heartbeats.increment();
            return new HeartbeatResponse(lab.clock().instant());
        } else if (call instanceof StatusNotificationRequest) {
            return new StatusNotificationResponse();
        } else if (call instanceof TransactionEventRequest event) {
            return note(event);
        } else if (call instanceof AuthorizeRequest) {
            return new AuthorizeResponse(IdTokenInfo.of(AuthorizationStatus.ACCEPTED));
        } else if (call instanceof BootNotificationRequest) {
            boots.increment();
            return new BootNotificationResponse(lab.clock().instant(), heartbeatSeconds, RegistrationStatus.ACCEPTED);
        }
        throw new IllegalArgumentException("no answer to " + call);
    }

    private Response note(TransactionEventRequest event) {
        String id = event.transactionInfo().transactionId();
        switch (event.eventType()) {
            case STARTED -> {
                begun.increment();
                MeterValue.registerWh(event.meterValue(), ReadingContext.TRANSACTION_BEGIN)
                        .ifPresent(register -> registers.put(id, register));
            }
            case UPDATED -> meterValues.increment();
            case ENDED -> {
                ended.increment();
                Optional<BigDecimal> last = MeterValue.registerWh(event.meterValue(), ReadingContext.TRANSACTION_END);
                Optional<BigDecimal> first = Optional.ofNullable(registers.remove(id));
                last.ifPresent(register -> first.ifPresent(
                        began -> wattHours.add(register.subtract(began).longValue())));
            }
        }
        return new TransactionEventResponse(event.idToken().map(token -> IdTokenInfo.of(AuthorizationStatus.ACCEPTED)));
    }
}
