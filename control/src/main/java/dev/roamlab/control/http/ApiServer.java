package dev.roamlab.control.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.control.shape.Shape;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the table of operations: every request passes the same gates (whose is it, how many has he had, is it a place, is it
 * JSON, is it the object), and every refusal leaves as a problem. Used on one event loop.
 */
public final class ApiServer {
    /** Where the API lives. */
    public static final String ROOT = "/api/v1";

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final long ANSWER_SECONDS = 30;
    private static final long LINGER_MILLIS = 1_000;

    private final Settings settings;
    private final Problems problems;
    private final Turnstile turnstile;
    private final Routes routes = new Routes();
    private final ApiPage page;

    /** Nothing is served yet. */
    public ApiServer(Settings settings) {
        this.settings = settings;
        this.problems = new Problems(settings.clock());
        this.turnstile = new Turnstile(settings.limits(), System::nanoTime);
        this.page = new ApiPage(routes, settings.keys());
    }

    /**
     * How the API is guarded.
     *
     * @param maxBodyBytes a longer body is refused with 413
     * @param bodyMillis a body that takes longer is refused with 408
     */
    public record Settings(ApiKeys keys, Limits limits, long maxBodyBytes, long bodyMillis, Clock clock) {}

    /** Offers an operation. */
    public <Q extends Record, B extends Record, R extends Record> void serve(
            Operation<Q, B, R> operation, Endpoint<Q, B, R> endpoint) {
        routes.add(new Routes.Route<>(operation, Optional.of(endpoint), Optional.empty()));
    }

    /** Offers a stream of events. */
    public <Q extends Record, B extends Record, R extends Record> void stream(
            Operation<Q, B, R> operation, StreamEndpoint<Q, B> stream) {
        routes.add(new Routes.Route<>(operation, Optional.empty(), Optional.of(stream)));
    }

    /** The OpenAPI document of what is served. */
    public ObjectNode document() {
        return page.document();
    }

    /** Puts the routes on a router; what is nowhere else on it is answered as a problem, too. */
    public void mount(Router router) {
        router.get(ROOT + "/openapi.json")
                .handler(context -> context.response()
                        .putHeader("Content-Type", "application/json")
                        .end(document().toString()));
        router.route().handler(this::receive);
        router.errorHandler(
                400,
                context -> problems.write(context.request(), Refused.badRequest("the URL is not properly escaped")));
        router.errorHandler(500, context -> fail(context.request(), context.failure()));
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        try {
            Neighbours.check(request, settings.keys().required());
            String caller = settings.keys()
                    .admit(request.headers())
                    .orElseGet(() -> "address " + request.remoteAddress().hostAddress());
            turnstile.pass(caller).forEach(request.response()::putHeader);
            route(context, request);
        } catch (RuntimeException failure) {
            settle(request, failure);
        }
    }

    private void route(RoutingContext context, HttpServerRequest request) {
        List<String> path = Path.segmentsOf(request.path());
        List<String> root = Path.segmentsOf(ROOT);
        if (path.size() < root.size() || !path.subList(0, root.size()).equals(root)) {
            throw Refused.notFound("nothing is served here; the API is below " + ROOT + ", /docs shows it");
        }
        List<String> below = path.subList(root.size(), path.size());
        if (request.method().equals(HttpMethod.OPTIONS)
                && !routes.allowed(below).isEmpty()) {
            request.response()
                    .putHeader("Allow", String.join(", ", routes.allowed(below)))
                    .setStatusCode(204)
                    .end();
            return;
        }
        Routes.Match match = routes.find(request.method(), below);
        MediaTypes.check(match.route().operation(), request);
        Body.of(context.vertx(), request, settings.maxBodyBytes(), settings.bodyMillis())
                .map(body -> {
                    invoke(match.route(), match.segments(), request, body);
                    return body;
                })
                .onFailure(failure -> settle(request, failure));
    }

    private <Q extends Record, B extends Record, R extends Record> void invoke(
            Routes.Route<Q, B, R> route, Map<String, String> segments, HttpServerRequest request, Buffer body) {
        Operation<Q, B, R> operation = route.operation();
        Call<Q, B> call = new Call<>(
                segments,
                Queries.read(request.query(), operation.query()),
                object(operation, body),
                request.uri(),
                Optional.ofNullable(request.getHeader("Last-Event-ID")));
        route.stream().ifPresent(stream -> stream.stream(call, request.response()));
        route.endpoint()
                .ifPresent(endpoint -> answered(endpoint, call)
                        .map(reply -> write(operation, reply, request))
                        .onFailure(failure -> settle(request, failure)));
    }

    private static <Q extends Record, B extends Record, R extends Record> Future<Reply<R>> answered(
            Endpoint<Q, B, R> endpoint, Call<Q, B> call) {
        Context here = Vertx.currentContext();
        Promise<Reply<R>> answer = Promise.promise();
        // A charger answers on its own event loop; the response belongs to ours.
        endpoint.answer(call).onComplete(done -> here.runOnContext(back -> answer.handle(done)));
        return answer.future().timeout(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    private static <B extends Record> B object(Operation<?, B, ?> operation, Buffer body) {
        boolean empty = body.length() == 0;
        if (empty && operation.hasBody() && !operation.bodyOptional()) {
            throw Refused.badRequest("the body is missing; " + operation.id() + " takes an object");
        }
        JsonNode json = empty ? JsonNodeFactory.instance.objectNode() : Json.parse(body);
        try {
            return Shape.read(json, operation.body());
        } catch (InvalidValue invalid) {
            throw Refused.invalid("the body", invalid);
        }
    }

    private static <R extends Record> Reply<R> write(
            Operation<?, ?, R> operation, Reply<R> reply, HttpServerRequest request) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return reply;
        }
        reply.headers().forEach(response::putHeader);
        response.setStatusCode(operation.status());
        if (operation.resultType().isEmpty()) {
            response.end();
            return reply;
        }
        Buffer json = Buffer.buffer(Shape.write(reply.body()).toString());
        response.putHeader("Content-Type", "application/json").putHeader("Cache-Control", "no-store");
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(json.length()))
                    .end();
        } else {
            response.end(json);
        }
        return reply;
    }

    private void settle(HttpServerRequest request, Throwable failure) {
        if (failure instanceof InvalidValue invalid) {
            settle(request, Refused.invalid("the body", invalid));
        } else if (failure instanceof Refused refused) {
            problems.write(request, refused);
            if (refused.headers().containsKey("Connection")) {
                hangUp(request);
            }
        } else {
            fail(request, failure);
        }
    }

    /** What is still to come of the body is thrown away; the caller gets time to read the answer. */
    private static void hangUp(HttpServerRequest request) {
        request.resume();
        Vertx.currentContext()
                .owner()
                .setTimer(LINGER_MILLIS, late -> request.connection().close());
    }

    private void fail(HttpServerRequest request, Throwable failure) {
        if (request.response().closed()) {
            return;
        }
        LOG.error("{} {}", request.method(), request.path(), failure);
        problems.write(request, Refused.with(500, "something broke in here; the log has the details"));
    }
}
