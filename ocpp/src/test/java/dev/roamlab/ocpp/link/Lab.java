package dev.roamlab.ocpp.link;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.HeartbeatResponse;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import dev.roamlab.ocpp.v16.DialectV16;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.NetClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A CSMS that listens on some port, and what it has seen; stations can be made to connect to it. */
final class Lab implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final Vertx vertx = Vertx.vertx();
    final RealClock clock = new RealClock(1);
    final ExchangeLog log = new ExchangeLog(clock);
    final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    final Csms csms = new Csms();
    final LinkSettings settings;
    final OcppServer server;
    final HttpServer http;
    /** Clients are fields, because Vert.x closes one, connections included, that the garbage collector finds unused. */
    final WebSocketClient sockets = vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxFrameSize(32 << 20).setMaxMessageSize(32 << 20));

    final HttpClient web = vertx.createHttpClient();
    final NetClient tcp = vertx.createNetClient();
    private final AtomicInteger transactions = new AtomicInteger(100);

    Lab() {
        this(settings -> settings);
    }

    Lab(UnaryOperator<LinkSettings> change) {
        log.subscribe(exchanges::add);
        settings = change.apply(LinkSettings.of(vertx, clock, log, Ids.seeded(1, "test"), List.of(new DialectV16())));
        server = new OcppServer(settings, transactions::incrementAndGet, csms);
        http = vertx.createHttpServer(OcppServer.configure(new HttpServerOptions().setPort(0), settings))
                .requestHandler(request -> request.response().end("hello"));
        server.attach(http);
        now(http.listen(0, "127.0.0.1"));
    }

    String url() {
        return "ws://127.0.0.1:" + http.actualPort() + "/ocpp";
    }

    Station station(String id) {
        return new Station(this, StationAddress.of(url(), id));
    }

    /** The result of a future that must not take long. */
    static <T> T now(Future<T> future) {
        try {
            return future.await(10, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("nothing happened for 10 s", late);
        }
    }

    /** What arrives next in a queue. */
    static <T> T next(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came for 10 s");
            }
            return next;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        now(vertx.close());
        clock.close();
    }

    /** A CSMS that does as it is told. */
    static final class Csms implements CsmsHandler {
        final BlockingQueue<StationConnection> opened = new LinkedBlockingQueue<>();
        final BlockingQueue<Close> closed = new LinkedBlockingQueue<>();
        final BlockingQueue<Handshake> handshakes = new LinkedBlockingQueue<>();
        volatile Function<Handshake, Admission> admit = handshake -> Admission.accepted();
        volatile Function<StationCall<?>, Future<? extends Response>> answer =
                call -> Future.succeededFuture(new HeartbeatResponse(NOON));

        @Override
        public Future<Admission> admit(Handshake handshake) {
            handshakes.add(handshake);
            return Future.succeededFuture(admit.apply(handshake));
        }

        @Override
        public void opened(StationConnection connection) {
            opened.add(connection);
        }

        @Override
        public Future<? extends Response> on(StationConnection connection, StationCall<?> call) {
            return answer.apply(call);
        }

        @Override
        public void closed(StationConnection connection, Close close) {
            closed.add(close);
        }
    }

    /** A station that does as it is told. */
    static final class Station implements StationHandler {
        final StationLink link;
        final BlockingQueue<Close> closed = new LinkedBlockingQueue<>();
        volatile Function<CsmsCall<?>, Future<? extends Response>> answer =
                call -> Future.failedFuture(new IllegalStateException("not told what to answer"));

        Station(Lab lab, StationAddress address) {
            link = OcppClient.create(lab.settings).link(address, this);
        }

        Station connected() {
            now(link.connect());
            return this;
        }

        @Override
        public Future<? extends Response> on(CsmsCall<?> call) {
            return answer.apply(call);
        }

        @Override
        public void closed(Close close) {
            closed.add(close);
        }
    }

    static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }
}
