package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import dev.roamlab.ocpi.types.InvalidField;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator behind an HTTP port of this machine: {@code POST /triggers/<name>} with the parameters, or {@code POST
 * /triggers} with {@code {"trigger":…,"params":{…}}}; {@code GET /triggers} lists what there is. Answers 200 with facts, 202
 * when it is under way and takes long, 400 for what makes no sense, 501 for what our nodes cannot do. It has no lock: it
 * listens on the loopback interface only.
 */
public final class OperatorDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorDesk.class);
    private static final String PATH = "/triggers";
    private static final long PATIENCE_SECONDS = 10;
    private static final int OK = 200;
    private static final int UNDER_WAY = 202;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int BROKEN = 500;

    private final HttpServer server;
    private final Triggers triggers;

    private OperatorDesk(Vertx vertx, Triggers triggers) {
        this.server = vertx.createHttpServer().requestHandler(this::receive);
        this.triggers = triggers;
    }

    /** Opens the port; 0 takes any free one. */
    static Future<OperatorDesk> open(Vertx vertx, int port, Triggers triggers) {
        OperatorDesk desk = new OperatorDesk(vertx, triggers);
        return desk.server.listen(port, "127.0.0.1").map(desk);
    }

    /** Where triggers are posted to. */
    public String url() {
        return "http://127.0.0.1:" + server.actualPort() + PATH;
    }

    /** Closes the port. */
    public Future<Void> close() {
        return server.close();
    }

    private record Reply(int status, JsonNode body) {
        static Reply error(int status, String message) {
            return new Reply(status, Json.object().put("error", message));
        }
    }

    private void receive(HttpServerRequest request) {
        boolean asksForList =
                request.method().name().equals("GET") && request.path().equals(PATH);
        if (asksForList) {
            answer(request, new Reply(OK, list()));
        } else if (!request.path().equals(PATH) && !request.path().startsWith(PATH + "/")) {
            answer(request, Reply.error(NOT_FOUND, request.path() + ": there is only " + PATH));
        } else if (!request.method().name().equals("POST")) {
            answer(request, Reply.error(NOT_ALLOWED, "use POST to pull a trigger, GET " + PATH + " to list them"));
        } else {
            request.body().onSuccess(body -> carryOut(request, body));
        }
    }

    private void carryOut(HttpServerRequest request, Buffer body) {
        carryOut(request.path(), body)
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .map(facts -> new Reply(OK, facts))
                .otherwise(OperatorDesk::reply)
                .onSuccess(reply -> answer(request, reply));
    }

    private Future<ObjectNode> carryOut(String path, Buffer body) {
        try {
            Params params = read(path, body);
            return triggers.find(params.trigger())
                    .orElseThrow(() -> Refusal.unknown("there is no trigger '" + params.trigger() + "'"))
                    .deed()
                    .by(params);
        } catch (RuntimeException refused) {
            return Future.failedFuture(refused);
        }
    }

    private static Params read(String path, Buffer body) {
        JsonNode json;
        try {
            json = body.length() == 0 ? Json.object() : Json.parse(body.getBytes());
        } catch (MalformedJson malformed) {
            throw Refusal.bad("the body is no JSON: " + malformed.getMessage());
        }
        if (!json.isObject()) {
            throw Refusal.bad("the body must be an object");
        }
        boolean named = path.length() > PATH.length() + 1;
        String name =
                named ? path.substring(PATH.length() + 1) : json.path("trigger").asText();
        JsonNode params = named && !json.has("params") ? json : json.path("params");
        if (name.isEmpty()) {
            throw Refusal.bad("trigger: required, in the body or as the last part of the path");
        }
        if (!params.isObject() && !params.isMissingNode() && !params.isNull()) {
            throw Refusal.bad("params: must be an object, found " + params);
        }
        return new Params(name, params.isObject() ? params : Json.object());
    }

    /** What a partner did not like was done all the same. */
    private static Reply reply(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof Refusal refusal) {
            return Reply.error(refusal.httpStatus(), message);
        }
        if (failure instanceof TimeoutException) {
            return new Reply(UNDER_WAY, Json.object().put("under_way", true));
        }
        if (failure instanceof PartnerException) {
            return new Reply(OK, Json.object().put("partner_refused", message));
        }
        if (failure instanceof IllegalArgumentException || failure instanceof InvalidField) {
            return Reply.error(BAD_REQUEST, message);
        }
        LOG.error("a trigger failed", failure);
        return Reply.error(BROKEN, failure.getClass().getSimpleName() + ": " + message);
    }

    private JsonNode list() {
        var list = Json.array();
        triggers.all()
                .forEach(trigger -> list.addObject()
                        .put("trigger", trigger.name())
                        .put("params", trigger.params())
                        .put("says", trigger.says())
                        .put("supported", trigger.supported()));
        return list;
    }

    private static void answer(HttpServerRequest request, Reply reply) {
        request.response()
                .setStatusCode(reply.status())
                .putHeader("Content-Type", "application/json")
                .end(Json.write(reply.body()));
    }
}
