package dev.roamlab.scenarios.fuzz;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.scenarios.fuzz.HttpCase.Caller;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sends requests over loopback, many at a time, and judges the answers. */
final class HttpStorm {
    private static final int LANES = 48;
    private static final int ANSWER_SECONDS = 20;
    private static final int ENOUGH = 20;
    /** What the nodes write may be longer than what they read. */
    private static final ObjectMapper ANY_JSON = new ObjectMapper();

    private final Vertx vertx;
    private final HttpCases cases;
    private final Nodes nodes;
    private final Findings findings;
    private final HttpClient client;
    private final Map<String, Integer> answers = new TreeMap<>();
    private long next;
    private long end;

    HttpStorm(Vertx vertx, HttpCases cases, Nodes nodes, Findings findings) {
        this.vertx = vertx;
        this.cases = cases;
        this.nodes = nodes;
        this.findings = findings;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setMaxHeaderSize(64 * 1024),
                new PoolOptions().setHttp1MaxSize(LANES));
    }

    /** Completes when cases {@code from} up to but not including {@code to} are answered. */
    Future<Map<String, Integer>> rage(long from, long to) {
        next = from;
        end = to;
        Promise<Map<String, Integer>> calm = Promise.promise();
        vertx.getOrCreateContext().runOnContext(go -> {
            int[] lanes = {LANES};
            for (int i = 0; i < LANES; i++) {
                lane(() -> {
                    if (--lanes[0] == 0) {
                        client.close().map(answers).onComplete(calm);
                    }
                });
            }
        });
        return calm.future();
    }

    private void lane(Runnable done) {
        if (next >= end || findings.count() >= ENOUGH) {
            done.run();
            return;
        }
        HttpCase one = cases.make(next++);
        send(one).onComplete(settled -> {
            if (settled.failed()) {
                findings.add("no answer: " + settled.cause(), one);
            }
            lane(done);
        });
    }

    private Future<Void> send(HttpCase one) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(one.method()))
                .setHost("127.0.0.1")
                .setPort(
                        one.node().equals("emsp")
                                ? nodes.emsp().port()
                                : nodes.cpo().port())
                .setURI(one.uri());
        one.headers().forEach(header -> options.addHeader(header.getKey(), header.getValue()));
        return client.request(options)
                .compose(request -> one.body().isEmpty() ? request.send() : request.send(Buffer.buffer(one.octets())))
                .compose(response -> response.body().map(body -> judge(one, response, body)))
                .timeout(ANSWER_SECONDS, SECONDS);
    }

    // --- judging ---

    private Void judge(HttpCase one, HttpClientResponse response, Buffer body) {
        int status = response.statusCode();
        Optional<JsonNode> envelope = body.length() == 0 ? Optional.empty() : json(body);
        int code = envelope.map(json -> json.path("status_code").asInt()).orElse(0);
        answers.merge(status + "/" + code, 1, Integer::sum);
        complaint(one, status, body, envelope, code)
                .ifPresent(what -> findings.add(what + "\n  answer: " + status + " " + body, one));
        learn(one, envelope);
        return null;
    }

    private static Optional<JsonNode> json(Buffer body) {
        try {
            return Optional.of(ANY_JSON.readTree(body.getBytes()));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> complaint(
            HttpCase one, int status, Buffer body, Optional<JsonNode> envelope, int code) {
        if (status >= 500) {
            return Optional.of("HTTP " + status);
        }
        if (code >= 3000 && !(one.isCredentials() && code > 3000)) {
            return Optional.of("OCPI status " + code);
        }
        if (body.length() > 0 && !one.leavesOcpi() && !isEnvelope(envelope)) {
            return Optional.of("no OCPI envelope");
        }
        if (one.caller() == Caller.UNKNOWN && !one.leavesOcpi() && status != 401 && status != 400) {
            return Optional.of("a stranger was let in");
        }
        return one.caller() == Caller.KNOWN && status == 401
                ? Optional.of("a partner was not let in")
                : Optional.empty();
    }

    private static boolean isEnvelope(Optional<JsonNode> envelope) {
        return envelope.filter(json -> json.path("status_code").isInt()
                        && json.path("timestamp").isTextual())
                .isPresent();
    }

    /** Sessions to stop and tokens of new partners make later cases go deeper. */
    private void learn(HttpCase one, Optional<JsonNode> envelope) {
        JsonNode data = envelope.map(json -> json.path("data")).orElse(Json.object());
        if (one.isCredentials() && data.path("token").isTextual() && one.caller() == Caller.PASSING) {
            String token = data.path("token").textValue();
            List<String> passing = (one.node().equals("emsp") ? nodes.emsp() : nodes.cpo()).passing();
            if (!passing.contains(token)) {
                passing.set((int) (one.number() % passing.size()), token);
            }
        }
        if (one.uri().contains("/sessions")) {
            data.forEach(session -> {
                if (session.path("id").isTextual()) {
                    nodes.remember(session.path("id").textValue());
                }
            });
        }
    }
}
