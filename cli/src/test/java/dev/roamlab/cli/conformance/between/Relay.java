package dev.roamlab.cli.conformance.between;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Set;

/** An HTTP proxy in front of one server, on a free port, whose {@link Way} may be changed at any time. */
public final class Relay {
    /** Headers of a connection, not of a message. */
    private static final Set<String> HOP = Set.of("host", "content-length", "transfer-encoding", "connection");

    private final HttpServer server;
    private final HttpClient client;
    private volatile int target;
    private volatile Way way;

    private Relay(Vertx vertx, Way way) {
        this.way = way;
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(256));
        this.server = vertx.createHttpServer(
                        new HttpServerOptions().setMaxHeaderSize(64 * 1024).setMaxInitialLineLength(32 * 1024))
                .requestHandler(this::take);
    }

    /** Listens; the target is told later. */
    public static Future<Relay> start(Vertx vertx, Way way) {
        Relay relay = new Relay(vertx, way);
        return relay.server.listen(0, "127.0.0.1").map(relay);
    }

    /** The port of this machine that everything goes to from now on. */
    public void target(int port) {
        target = port;
    }

    /** The port that everything goes to. */
    public int target() {
        return target;
    }

    /** From now on it goes this way. */
    public void go(Way other) {
        way = other;
    }

    /** Scheme, host and port to call. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Closes the port and all connections. */
    public Future<Void> close() {
        return server.close();
    }

    private void take(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        request.body()
                .map(body -> new Letter(request.method().name(), request.uri(), 0, request.headers(), body))
                .compose(letter -> way.pass(letter, this::forward))
                .compose(answer -> answer(response, answer))
                .onFailure(lost -> request.connection().close());
    }

    private Future<Letter> forward(Letter letter) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(letter.method()))
                .setHost("127.0.0.1")
                .setPort(target)
                .setURI(letter.uri());
        return client.request(options)
                .compose(call -> {
                    letter.headers().entries().stream()
                            .filter(field -> !HOP.contains(field.getKey().toLowerCase(Locale.ROOT)))
                            .forEach(field -> call.headers().add(field.getKey(), field.getValue()));
                    return letter.body().length() == 0 ? call.send() : call.send(letter.body());
                })
                .compose(answer -> answer.body()
                        .map(body -> new Letter(
                                letter.method(), letter.uri(), answer.statusCode(), answer.headers(), body)));
    }

    private static Future<Void> answer(HttpServerResponse response, Letter answer) {
        response.setStatusCode(answer.status());
        answer.headers().entries().stream()
                .filter(field -> !HOP.contains(field.getKey().toLowerCase(Locale.ROOT)))
                .forEach(field -> response.headers().add(field.getKey(), field.getValue()));
        Buffer body = answer.body();
        return body.length() == 0 ? response.end() : response.end(body);
    }
}
