package dev.roamlab.cpo.gateway;

import dev.roamlab.cpo.csms.CsmsLink;
import dev.roamlab.cpo.gateway.Bus.Letter;
import dev.roamlab.cpo.gateway.Letters.Ask;
import dev.roamlab.cpo.gateway.Letters.HangUp;
import dev.roamlab.cpo.gateway.Letters.Line;
import dev.roamlab.node.LabContext;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.link.OcppServer;
import dev.roamlab.ocpp.link.StationConnection;
import dev.roamlab.ocpp.messages.CsmsCall;
import dev.roamlab.ocpp.messages.Response;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway: holds connections of stations for a core that keeps all state. One event loop owns all of it. */
public final class GatewayNode extends VerticleBase {
    private static final int BACKLOG = 4096;

    private final GatewaySettings settings;
    private final LabContext lab;
    private @Nullable HttpServer http;
    private @Nullable OcppServer ocpp;
    private @Nullable CoreLine line;

    /** A gateway that starts when it is deployed, and serves stations as soon as the core knows it. */
    public GatewayNode(GatewaySettings settings, LabContext lab) {
        this.settings = settings;
        this.lab = lab;
    }

    @Override
    public Future<?> start() {
        LinkSettings link = CsmsLink.settings(vertx, lab);
        Bus bus = new Bus(vertx.eventBus());
        NumberBlocks numbers = new NumberBlocks(bus);
        CoreLine core =
                new CoreLine(bus, lab.clock(), settings.name(), lab.ids().uuid());
        OcppServer server = new OcppServer(link, numbers, core);
        HttpServer port = vertx.createHttpServer(OcppServer.configure(options(), link));
        ocpp = server;
        http = port;
        line = core;
        server.attach(port);
        return port.requestHandler(this::answer)
                .listen()
                .onSuccess(listening -> core.listensAt(url()))
                .compose(listening -> bus.receive(Bus.gateway(settings.name()), this::receive))
                .compose(open -> live(core, numbers));
    }

    private Future<Void> live(CoreLine core, NumberBlocks numbers) {
        vertx.setPeriodic(Lease.BEAT.toMillis(), tick -> core.beat().onSuccess(beaten -> numbers.stock()));
        return core.beat().onSuccess(begun -> numbers.stock());
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setHttp2ClearTextEnabled(false)
                .setAcceptBacklog(BACKLOG);
    }

    /** Where stations connect to; each adds its id. */
    public String url() {
        String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
        return "ws://" + host + ":" + Objects.requireNonNull(http).actualPort() + "/ocpp";
    }

    /** Whether the core knows the gateway and answers it. */
    public boolean isUp() {
        return line != null && line.isUp();
    }

    private void answer(HttpServerRequest request) {
        if (!request.path().equals("/health")) {
            request.response().setStatusCode(404).end();
            return;
        }
        var health = Json.object()
                .put("status", isUp() ? "UP" : "WAITING_FOR_CORE")
                .put("node", settings.name())
                .put("connected", line == null ? 0 : line.connections());
        request.response()
                .setStatusCode(isUp() ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .end(Json.write(health));
    }

    // --- letters of the core ---

    private void receive(Letter letter) {
        switch (letter.kind()) {
            case "Ask" -> ask(letter, letter.read(Ask.class));
            case "HangUp" -> {
                HangUp hangUp = letter.read(HangUp.class);
                connection(hangUp.line()).ifPresent(connection -> connection.close(hangUp.reason()));
            }
            default -> throw new IllegalArgumentException("no such letter: " + letter.kind());
        }
    }

    private void ask(Letter letter, Ask ask) {
        CsmsCall<?> call = MessageJson.read(ask.call(), CsmsCall.class);
        Optional<StationConnection> connection = connection(ask.line());
        if (connection.isEmpty()) {
            letter.answer(Answers.gone(ask.line().stationId()));
        } else {
            Future<? extends Response> answer = connection.get().call(call);
            answer.onComplete(done -> letter.answer(Answers.of(done)));
        }
    }

    private Optional<StationConnection> connection(Line wanted) {
        return Objects.requireNonNull(ocpp)
                .connection(wanted.stationId())
                .filter(connection -> Objects.requireNonNull(line)
                        .line(connection)
                        .filter(wanted::equals)
                        .isPresent());
    }

    @Override
    public Future<?> stop() {
        OcppServer server = ocpp;
        HttpServer port = http;
        Future<Void> disconnected = server == null ? Future.succeededFuture() : server.close();
        return disconnected.transform(done -> port == null ? Future.succeededFuture() : port.close());
    }
}
