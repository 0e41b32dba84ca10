package dev.roamlab.node.host;

import dev.roamlab.node.NodeSettings;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The one HTTP port of a node: its OCPI, its health, and for a CPO the WebSockets of its stations. */
public final class HttpHost {
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final NodeSettings settings;
    private final HttpServer server;
    private final Router router;

    /** Prepares the port; nothing listens before {@link #start}. */
    public HttpHost(Vertx vertx, NodeSettings settings) {
        this(vertx, settings, options -> options);
    }

    /** As {@link #HttpHost(Vertx, NodeSettings)}, for a port that serves WebSockets, too: they may need other options. */
    public HttpHost(Vertx vertx, NodeSettings settings, UnaryOperator<HttpServerOptions> adjust) {
        this.settings = settings;
        this.server = vertx.createHttpServer(adjust.apply(options(settings)));
        this.router = Router.router(vertx);
    }

    private static HttpServerOptions options(NodeSettings settings) {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setStrictThreadMode(true)
                .setTcpNoDelay(true)
                .setCompressionSupported(false)
                .setHttp2ClearTextEnabled(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setAcceptBacklog(4096)
                .setIdleTimeout((int) IDLE.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxHeaderSize(32 * 1024)
                .setMaxInitialLineLength(16 * 1024);
    }

    /** Where the node's parts put their routes. */
    public Router router() {
        return router;
    }

    /** The server, for WebSocket handlers. */
    public HttpServer server() {
        return server;
    }

    /** Listens; fails with a sentence for the user when the port cannot be had. */
    public Future<Void> start() {
        Handler<HttpServerRequest> routes = router;
        return server.requestHandler(routes)
                .listen()
                .<Void>mapEmpty()
                .recover(failure -> Future.failedFuture(
                        failure instanceof BindException
                                ? new PortTaken(settings.name(), settings.host(), settings.port(), failure)
                                : failure));
    }

    /** The port that was had. */
    public int port() {
        return server.actualPort();
    }

    /** Scheme, host and port as partners see them. */
    public String publicUrl() {
        return settings.publicUrl().orElseGet(() -> "http://" + reachable(settings.host()) + ":" + port());
    }

    /** An address that means "all interfaces" is no address to call. */
    private static String reachable(String host) {
        return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    }

    /** Lets requests under way finish, then closes the port. */
    public Future<Void> stop() {
        return server.shutdown(DRAIN.toSeconds(), TimeUnit.SECONDS);
    }

    /** The port is in use, or may not be used. */
    public static final class PortTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String node;
        private final String host;
        private final int port;

        PortTaken(String node, String host, int port, Throwable cause) {
            super(
                    "the " + node + " node cannot listen on " + host + ":" + port + " (" + cause.getMessage() + ")",
                    cause);
            this.node = node;
            this.host = host;
            this.port = port;
        }

        /** Whose port it would have been. */
        public String node() {
            return node;
        }

        /** The interface. */
        public String host() {
            return host;
        }

        /** The port. */
        public int port() {
            return port;
        }
    }
}
