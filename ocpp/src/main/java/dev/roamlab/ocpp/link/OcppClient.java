package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.rpc.RpcSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes links for stations. One client serves all stations of an event loop. */
public final class OcppClient {
    /** One for each address to connect from. */
    private final List<WebSocketClient> clients;

    private final AtomicInteger turn = new AtomicInteger();
    private final LinkSettings settings;
    private final LinkHost host;
    private final RpcSettings rpc;
    private final Keepalive keepalive;

    /**
     * A client over a WebSocket client that is shared by all its links.
     *
     * @param client made with {@link #options}, and closed by whoever made it
     */
    public OcppClient(WebSocketClient client, LinkSettings settings) {
        this(List.of(client), settings);
    }

    private OcppClient(List<WebSocketClient> clients, LinkSettings settings) {
        this.clients = clients;
        this.settings = settings;
        this.host = new LinkHost(settings, new LinkFigures(), false);
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

    /** A client with WebSocket clients of its own, which end with Vert.x. */
    public static OcppClient create(LinkSettings settings) {
        Vertx vertx = settings.vertx();
        if (settings.localAddresses().isEmpty()) {
            return new OcppClient(vertx.createWebSocketClient(options(settings)), settings);
        }
        List<WebSocketClient> clients = settings.localAddresses().stream()
                .map(address -> vertx.createWebSocketClient(options(settings).setLocalAddress(address)))
                .toList();
        return new OcppClient(clients, settings);
    }

    /** A link for a station, not connected yet. */
    public StationLink link(StationAddress address, StationHandler handler) {
        return new ClientLink(this, address, handler);
    }

    /** What all its links have carried so far. */
    public LinkFigures figures() {
        return host.figures();
    }

    /** The one whose turn it is. */
    WebSocketClient client() {
        return clients.size() == 1
                ? clients.get(0)
                : clients.get(Math.floorMod(turn.getAndIncrement(), clients.size()));
    }

    LinkSettings settings() {
        return settings;
    }

    LinkHost host() {
        return host;
    }

    RpcSettings rpc() {
        return rpc;
    }

    Keepalive keepalive() {
        return keepalive;
    }
}
