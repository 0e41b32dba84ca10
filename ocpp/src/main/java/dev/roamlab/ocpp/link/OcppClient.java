package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.rpc.RpcSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;

/** Makes links for stations. One client serves all stations of an event loop. */
public final class OcppClient {
    private final WebSocketClient client;
    private final LinkSettings settings;
    private final RpcSettings rpc;
    private final Keepalive keepalive;

    /**
     * A client over a WebSocket client that is shared by all its links.
     *
     * @param client made with {@link #options}, and closed by whoever made it
     */
    public OcppClient(WebSocketClient client, LinkSettings settings) {
        this.client = client;
        this.settings = settings;
        this.rpc = settings.rpc();
        this.keepalive = new Keepalive(settings.vertx(), settings.pingInterval());
    }

    /** Options for a WebSocket client that serves thousands of stations. */
    public static WebSocketClientOptions options(LinkSettings settings) {
        return new WebSocketClientOptions()
                // By default the 51st connection waits silently.
                .setMaxConnections(Integer.MAX_VALUE)
                .setMaxFrameSize(settings.maxMessageBytes())
                .setMaxMessageSize(settings.maxMessageBytes())
                .setConnectTimeout((int) settings.callTimeout().toMillis())
                .setTcpNoDelay(true);
    }

    /** A client with a WebSocket client of its own, which ends with Vert.x. */
    public static OcppClient create(LinkSettings settings) {
        Vertx vertx = settings.vertx();
        return new OcppClient(vertx.createWebSocketClient(options(settings)), settings);
    }

    /** A link for a station, not connected yet. */
    public StationLink link(StationAddress address, StationHandler handler) {
        return new ClientLink(this, address, handler);
    }

    WebSocketClient client() {
        return client;
    }

    LinkSettings settings() {
        return settings;
    }

    RpcSettings rpc() {
        return rpc;
    }

    Keepalive keepalive() {
        return keepalive;
    }
}
