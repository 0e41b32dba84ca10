package dev.roamlab.station.replay;

import dev.roamlab.ocpp.rpc.NotConnected;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A raw connection to the CSMS: texts go out and come in as they are. */
final class ReplayLine {
    private static final int LONGEST = 1 << 20;

    private final WebSocketClient client;
    private final ReplaySettings settings;
    private final String station;
    private final Consumer<String> arrived;
    private Optional<WebSocket> socket = Optional.empty();

    ReplayLine(Vertx vertx, ReplaySettings settings, String station, Consumer<String> arrived) {
        this.client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxFrameSize(LONGEST).setMaxMessageSize(LONGEST));
        this.settings = settings;
        this.station = station;
        this.arrived = arrived;
    }

    Future<Void> connect(String version) {
        String url = settings.csmsUrl().replaceAll("/+$", "") + "/" + station;
        var options = new WebSocketConnectOptions()
                .setAbsoluteURI(url)
                .setAllowOriginHeader(false)
                .setTimeout(settings.patience().toMillis())
                .setSubProtocols(List.of("ocpp" + version));
        settings.password().ifPresent(password -> options.addHeader("Authorization", basic(password)));
        return client.connect(options)
                .recover(failure -> Future.failedFuture(new NotConnected(url + ": " + failure.getMessage())))
                .map(open -> {
                    open.textMessageHandler(arrived::accept);
                    open.exceptionHandler(broken -> {});
                    socket = Optional.of(open);
                    return null;
                });
    }

    /** Sends a text; without a connection it is lost, as it was for the station. */
    void send(String text) {
        socket.filter(open -> !open.isClosed()).ifPresent(open -> open.writeTextMessage(text));
    }

    Future<Void> hangUp() {
        Future<Void> gone = socket.map(WebSocket::close).orElseGet(Future::succeededFuture);
        socket = Optional.empty();
        return gone;
    }

    private String basic(String password) {
        byte[] credentials = (station + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
