package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.dialect.Topology;
import dev.roamlab.ocpp.dialect.Translation;
import dev.roamlab.ocpp.dialect.TranslationContext;
import dev.roamlab.ocpp.rpc.RpcPeers.End;
import dev.roamlab.ocpp.rpc.RpcSettings;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets stations connect to an HTTP server, at {@code /ocpp/{stationId}}. A station has one connection: a second one takes
 * the place of the first. Spec: OCPP-J 1.6, chapter 3.
 */
public final class OcppServer {
    private static final Logger LOG = LoggerFactory.getLogger(OcppServer.class);
    private static final int SERVER_ERROR = 500;

    private final LinkSettings settings;
    private final LinkHost host;
    private final RpcSettings rpc;
    private final CsmsHandler handler;
    private final IntSupplier transactionIds;
    private final Keepalive keepalive;
    private final Map<String, StationConnection> connections = new ConcurrentHashMap<>();
    private final Map<String, Memory> memories = new ConcurrentHashMap<>();

    /** What is remembered of a station between connections, as long as the version stays the same. */
    private record Memory(Dialect dialect, Topology topology, Translation translation) {}

    /** @param transactionIds numbers that no transaction of any station has had: OCPP 1.6 has the CSMS make them up */
    public OcppServer(LinkSettings settings, IntSupplier transactionIds, CsmsHandler handler) {
        this.settings = settings;
        this.host = new LinkHost(settings, new LinkFigures(), true);
        this.rpc = settings.rpc();
        this.transactionIds = transactionIds;
        this.handler = handler;
        this.keepalive = new Keepalive(settings.vertx(), settings.pingInterval());
    }

    /** Changes options so that the server speaks our subprotocols, and a connection costs little. Returns them. */
    public static HttpServerOptions configure(HttpServerOptions options, LinkSettings settings) {
        return options.setStrictThreadMode(true)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketSubProtocols(settings.subprotocols())
                .setMaxWebSocketFrameSize(settings.maxMessageBytes())
                .setMaxWebSocketMessageSize(settings.maxMessageBytes())
                .setTcpNoDelay(true);
    }

    /** Serves the WebSockets of an HTTP server that does not listen yet; its other requests are left alone. */
    public void attach(HttpServer server) {
        server.webSocketHandshakeHandler(this::receive);
    }

    /** A station's connection, if it has one. */
    public Optional<StationConnection> connection(String stationId) {
        return Optional.ofNullable(connections.get(stationId));
    }

    /** The connections of all stations, as of now. */
    public Collection<StationConnection> connections() {
        return List.copyOf(connections.values());
    }

    /** What all connections have carried so far. */
    public LinkFigures figures() {
        return host.figures();
    }

    /** Ends all connections. Completes when the sockets are gone. */
    public Future<Void> close() {
        List<Future<Void>> closing = new ArrayList<>();
        connections().forEach(connection -> closing.add(connection.close(Close.GOING_AWAY, "the CSMS is stopping")));
        return Future.join(closing).otherwiseEmpty().mapEmpty();
    }

    private void receive(ServerWebSocketHandshake request) {
        Optional<Handshake> read = Handshakes.read(request);
        if (read.isEmpty()) {
            request.reject(Handshakes.NOT_FOUND);
            return;
        }
        Handshake handshake = read.get();
        if (!Handshakes.offersAny(request, settings.subprotocols())) {
            hangUp(request, handshake);
            return;
        }
        admission(handshake).onComplete(answer -> {
            if (answer.failed()) {
                LOG.error("ocpp {}: could not be admitted", handshake, answer.cause());
                request.reject(SERVER_ERROR);
            } else if (answer.result() instanceof Admission.Refused refused) {
                LOG.info("ocpp {}: refused with HTTP {}: {}", handshake, refused.httpStatus(), refused.why());
                request.reject(refused.httpStatus());
            } else if (answer.result() instanceof Admission.Accepted accepted) {
                request.accept().onSuccess(socket -> open(socket, handshake, accepted.topology()));
            }
        });
    }

    /** The specification asks for just this: complete the handshake without a subprotocol, and close at once. */
    private static void hangUp(ServerWebSocketHandshake request, Handshake handshake) {
        LOG.info("ocpp {}: offers no subprotocol that is spoken here", handshake);
        request.accept().onSuccess(socket -> socket.close((short) Close.PROTOCOL_ERROR, "no subprotocol in common"));
    }

    private Future<Admission> admission(Handshake handshake) {
        try {
            return handler.admit(handshake);
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    private void open(ServerWebSocket socket, Handshake handshake, Topology topology) {
        Dialect dialect = settings.dialects().stream()
                .filter(spoken -> spoken.subprotocol().equals(socket.subProtocol()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the HTTP server's options lack OcppServer.configure"));
        Context context = settings.vertx().getOrCreateContext();
        Link link = host.link(socket, context);
        Optional.ofNullable(connections.get(handshake.stationId()))
                .ifPresent(old -> old.close("replaced by a new connection"));
        var terms = new Conversation.Terms(
                handshake.stationId(), End.CSMS, dialect, translation(handshake.stationId(), dialect, topology));
        var connection = new StationConnection(
                rpc,
                keepalive,
                TappedLink.of(link, settings.tap(), terms),
                terms,
                handshake.remoteAddress(),
                handler,
                this::ended);
        connections.put(handshake.stationId(), connection);
        handler.opened(connection);
        connection.begin();
    }

    private Translation translation(String stationId, Dialect dialect, Topology topology) {
        return memories.compute(
                        stationId,
                        (id, known) -> known != null && known.dialect() == dialect && known.topology() == topology
                                ? known
                                : new Memory(
                                        dialect,
                                        topology,
                                        dialect.translation(
                                                End.CSMS,
                                                new TranslationContext(settings.clock(), topology, transactionIds))))
                .translation();
    }

    private void ended(StationConnection connection, Close close) {
        if (connections.remove(connection.stationId(), connection)) {
            // Stations come and go by the thousand; only what is still of use is kept of them.
            memories.computeIfPresent(
                    connection.stationId(), (id, known) -> known.translation().isBlank() ? null : known);
        }
        handler.closed(connection, close);
    }
}
