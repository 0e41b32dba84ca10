package dev.roamlab.scenarios.operator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.versions.InterfaceRole;
import dev.roamlab.ocpi.versions.ModuleId;
import dev.roamlab.testkit.FakeAnswer;
import dev.roamlab.testkit.FakePartner;
import dev.roamlab.testkit.ReceivedRequest;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** A stranger: registers with one of our nodes over HTTP, pulls triggers, and sees what then crosses the wire. */
final class Tester {
    static final Party PARTY = Party.parse("NL-TSA");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final CredentialsToken TOKEN_B = new CredentialsToken("tester-token-b");

    private final HttpClient http = HttpClient.newHttpClient();
    private final SelfSubject subject;
    private final OcpiVersion version;
    final FakePartner fake;
    private String token;

    private Tester(SelfSubject subject, OcpiVersion version, FakePartner fake) {
        this.subject = subject;
        this.version = version;
        this.fake = fake;
        this.token = subject.tokenA().value();
    }

    /** An answer to an HTTP request. */
    record Answer(int status, JsonNode body) {
        JsonNode data() {
            return body.path("data");
        }
    }

    /** The counterpart of a node, not registered yet. */
    static Tester of(Vertx vertx, SelfSubject subject, Role subjectsRole, OcpiVersion version) throws Exception {
        Role role = subjectsRole == Role.CPO ? Role.EMSP : Role.CPO;
        FakePartner fake = FakePartner.start(vertx, role, PARTY).await(5, SECONDS);
        InterfaceRole ownData = InterfaceRole.SENDER;
        InterfaceRole theirData = InterfaceRole.RECEIVER;
        boolean emsp = role == Role.EMSP;
        for (ModuleId module : List.of(ModuleId.LOCATIONS, ModuleId.TARIFFS, ModuleId.SESSIONS, ModuleId.CDRS)) {
            fake.offering(module, emsp ? theirData : ownData);
        }
        fake.offering(ModuleId.TOKENS, emsp ? ownData : theirData);
        fake.offering(ModuleId.COMMANDS, emsp ? ownData : theirData);
        fake.otherwise(Tester::content);
        return new Tester(subject, version, fake);
    }

    /** Takes everything, has nothing to give, and says yes to whoever charges. */
    private static FakeAnswer content(ReceivedRequest request) {
        if (request.path().endsWith("/authorize")) {
            return FakeAnswer.status(404, 2004);
        }
        if (request.path().contains("/commands/")) {
            return FakeAnswer.data(Json.object().put("result", "ACCEPTED").put("timeout", 30));
        }
        if (request.path().endsWith("/charging_preferences")) {
            return FakeAnswer.data(TextNode.valueOf("ACCEPTED"));
        }
        if (request.method().equals("GET")) {
            return FakeAnswer.data(Json.array());
        }
        return FakeAnswer.status(request.method().equals("POST") ? 201 : 200, 1000);
    }

    /** Registers with the invitation. */
    Tester register() throws Exception {
        Answer answer = call("POST", "/credentials", fake.credentials(version, TOKEN_B));
        token = answer.data().path("token").asText();
        return this;
    }

    /** Calls the node's OCPI. */
    Answer call(String method, String path, JsonNode body) throws Exception {
        String base = subject.versionsUrl().replace("/versions", "/" + version.value());
        return send(request(base + path)
                .header("Authorization", "Token " + base64(token))
                .method(method, BodyPublishers.ofString(body.isMissingNode() ? "" : Json.write(body))));
    }

    /** Fetches something from the node. */
    JsonNode get(String path) throws Exception {
        return call("GET", path, Json.object().path("nothing")).data();
    }

    /** Pulls a trigger that is carried out; parameters are names and values in turn. */
    JsonNode pull(String trigger, String... params) throws Exception {
        ObjectNode json = Json.object();
        for (int i = 0; i < params.length; i += 2) {
            json.put(params[i], params[i + 1]);
        }
        Answer answer = trigger(trigger, json);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body().has("partner_refused")).as("%s", answer.body()).isFalse();
        return answer.body();
    }

    /** Pulls a trigger, whatever becomes of it. */
    Answer trigger(String trigger, ObjectNode params) throws Exception {
        ObjectNode body = Json.object().put("run", "r1").put("trigger", trigger);
        body.set("params", params);
        return send(request(subject.operatorUrl()).POST(BodyPublishers.ofString(Json.write(body))));
    }

    Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), Json.parse(response.body()));
    }

    static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json");
    }

    /** Answers a request of the node's. */
    Tester answering(String methodAndPath, FakeAnswer answer) {
        fake.on(methodAndPath.replace(" /", " /" + version.value() + "/"), answer);
        return this;
    }

    /** Waits until the node has sent something; it fails with what was sent instead. */
    ReceivedRequest receives(String method, String pathPart, Predicate<JsonNode> fits) throws Exception {
        Instant late = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(late)) {
            for (ReceivedRequest request : fake.requests()) {
                if (request.method().equals(method)
                        && request.path().contains(pathPart)
                        && fits.test(request.body().isEmpty() ? Json.object() : Json.parse(request.body()))) {
                    return request;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no " + method + " …" + pathPart + "… came, only "
                + fake.requests().stream().map(r -> r.line() + " " + r.body()).toList());
    }

    /** As {@link #receives(String, String, Predicate)}, whatever its body. */
    ReceivedRequest receives(String method, String pathPart) throws Exception {
        return receives(method, pathPart, body -> true);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    void close() throws Exception {
        fake.close().await(5, SECONDS);
    }
}
