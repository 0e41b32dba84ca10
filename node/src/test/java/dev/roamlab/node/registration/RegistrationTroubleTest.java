package dev.roamlab.node.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.node.TestLab;
import dev.roamlab.node.TestLab.TestNode;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.partner.Caller;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.testkit.FakeAnswer;
import dev.roamlab.testkit.FakePartner;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registration with partners of whom something is wrong. */
class RegistrationTroubleTest {
    private static final CredentialsToken TOKEN_A = new CredentialsToken("token-A");
    /** All the punctuation that a token may have, at full length. */
    private static final CredentialsToken TOKEN_B =
            new CredentialsToken("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~abcdefghijklmnopqrstuvwxyzABCDEF");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final TestLab lab = new TestLab();
    private FakePartner other;
    private TestNode node;

    @BeforeEach
    void start() throws Exception {
        other = FakePartner.start(vertx, Role.EMSP, Party.of("NL", "VLT")).await(10, SECONDS);
        node = lab.node("cpo", Role.CPO, "DE", "KNT", settings -> settings.partnerTimeout(Duration.ofMillis(1500)));
        node.run(() -> partners().invite("emsp", TOKEN_A));
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
        vertx.close().await(10, SECONDS);
    }

    // --- they begin ---

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_partner_that_keeps_the_rules_is_registered_in_the_version_it_called(OcpiVersion version) throws Exception {
        JsonNode answer = credentials(HttpMethod.POST, version, TOKEN_A, TOKEN_B, 200, 1000);

        CredentialsToken tokenC = new CredentialsToken(answer.at("/data/token").asText());
        assertThat(answer.at("/data/roles/0/party_id").asText()).isEqualTo("KNT");
        assertThat(onlyPartner().version()).isEqualTo(version);
        assertThat(onlyPartner().outgoingToken()).isEqualTo(TOKEN_B);
        assertThat(admitted(tokenC)).isTrue();
        assertThat(admitted(TOKEN_A)).isFalse();
        assertThat(other.requests())
                .extracting(request -> request.line())
                .containsExactly("GET /versions", "GET /" + version);
        assertThat(other.requests())
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEqualTo("Token " + TOKEN_B.base64()));
    }

    @ParameterizedTest
    @CsvSource({
        "versions 500, 3001",
        "versions text, 3001",
        "versions silent, 3001",
        "versions empty, 3001",
        "details 404, 3001",
        "other version, 3002",
        "no credentials, 3003"
    })
    void a_partner_of_whom_something_is_wrong_is_told_and_may_try_again(String trouble, int status) throws Exception {
        trouble(trouble);

        JsonNode answer = credentials(HttpMethod.POST, OcpiVersion.V2_3_0, TOKEN_A, TOKEN_B, 200, status);

        assertThat(answer.has("data")).isFalse();
        assertThat(partners().all()).isEmpty();
        assertThat(admitted(TOKEN_B)).isFalse();

        other.close().await(10, SECONDS);
        other = FakePartner.start(vertx, Role.EMSP, Party.of("NL", "VLT")).await(10, SECONDS);
        credentials(HttpMethod.POST, OcpiVersion.V2_3_0, TOKEN_A, TOKEN_B, 200, 1000);
    }

    @Test
    void the_methods_that_do_not_fit_are_405_and_change_nothing() throws Exception {
        credentials(HttpMethod.PUT, OcpiVersion.V2_3_0, TOKEN_A, TOKEN_B, 405, 2000);
        credentials(HttpMethod.DELETE, OcpiVersion.V2_3_0, TOKEN_A, TOKEN_B, 405, 2000);
        CredentialsToken tokenC = registered(OcpiVersion.V2_3_0);
        credentials(HttpMethod.POST, OcpiVersion.V2_3_0, tokenC, TOKEN_B, 405, 2000);
        credentials(HttpMethod.PATCH, OcpiVersion.V2_3_0, tokenC, TOKEN_B, 405, 2000);

        assertThat(admitted(tokenC)).isTrue();
        assertThat(onlyPartner().outgoingToken()).isEqualTo(TOKEN_B);
    }

    @Test
    void one_token_a_serves_for_one_registration_even_at_once() throws Exception {
        other.on("GET /2.3.0", FakeAnswer.silence());
        Future<JsonNode> slow = send(HttpMethod.POST, OcpiVersion.V2_3_0, TOKEN_A, body(TOKEN_B));
        while (other.requests().size() < 2) {
            Thread.onSpinWait();
        }

        credentials(HttpMethod.POST, OcpiVersion.V2_3_0, TOKEN_A, TOKEN_B, 200, 2000);

        assertThat(slow.await(10, SECONDS).path("status_code").asInt()).isEqualTo(3001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "url", "roles"})
    void incomplete_credentials_are_2001(String field) throws Exception {
        ObjectNode body = body(TOKEN_B);
        body.remove(field);

        JsonNode answer =
                send(HttpMethod.POST, OcpiVersion.V2_3_0, TOKEN_A, body).await(10, SECONDS);

        assertThat(answer.path("status_code").asInt()).isEqualTo(2001);
        assertThat(answer.path("status_message").asText()).contains("/" + field);
    }

    @Test
    void a_put_fetches_versions_and_endpoints_anew_wherever_the_partner_has_moved() throws Exception {
        CredentialsToken tokenC = registered(OcpiVersion.V2_2_1);
        other = FakePartner.start(vertx, Role.EMSP, Party.of("NL", "VLT")).await(10, SECONDS);
        CredentialsToken second = new CredentialsToken("second-B");

        credentials(HttpMethod.PUT, OcpiVersion.V2_3_0, tokenC, second, 200, 1000);

        assertThat(onlyPartner().version()).isEqualTo(OcpiVersion.V2_3_0);
        assertThat(onlyPartner().versionsUrl()).isEqualTo(other.versionsUrl());
        assertThat(onlyPartner().endpoints())
                .allMatch(endpoint -> endpoint.url().value().startsWith(other.baseUrl()));
        assertThat(onlyPartner().outgoingToken()).isEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"versions 500", "other version", "no credentials"})
    void a_put_that_fails_leaves_the_old_tokens_in_use(String trouble) throws Exception {
        CredentialsToken tokenC = registered(OcpiVersion.V2_3_0);
        trouble(trouble);

        JsonNode answer = send(HttpMethod.PUT, OcpiVersion.V2_3_0, tokenC, body(new CredentialsToken("new-B")))
                .await(10, SECONDS);

        assertThat(answer.path("status_code").asInt()).isBetween(3001, 3003);
        assertThat(admitted(tokenC)).isTrue();
        assertThat(onlyPartner().outgoingToken()).isEqualTo(TOKEN_B);
    }

    @Test
    void a_partner_whose_answer_to_a_put_got_lost_is_not_locked_out() throws Exception {
        CredentialsToken tokenC = registered(OcpiVersion.V2_3_0);
        credentials(HttpMethod.PUT, OcpiVersion.V2_3_0, tokenC, new CredentialsToken("B2"), 200, 1000);

        JsonNode again = credentials(HttpMethod.PUT, OcpiVersion.V2_3_0, tokenC, new CredentialsToken("B3"), 200, 1000);

        assertThat(admitted(tokenC)).isTrue();
        assertThat(admitted(new CredentialsToken(again.at("/data/token").asText())))
                .isTrue();
        assertThat(admitted(tokenC)).isFalse();
    }

    @Test
    void a_deleted_registration_is_over() throws Exception {
        CredentialsToken tokenC = registered(OcpiVersion.V2_3_0);

        credentials(HttpMethod.DELETE, OcpiVersion.V2_3_0, tokenC, TOKEN_B, 200, 1000);

        assertThat(partners().all()).isEmpty();
        assertThat(admitted(tokenC)).isFalse();
    }

    @Test
    void several_partners_have_tokens_of_their_own() throws Exception {
        CredentialsToken first = registered(OcpiVersion.V2_3_0);
        node.run(() -> partners().invite("second", new CredentialsToken("another-A")));
        other = FakePartner.start(vertx, Role.EMSP, Party.of("FR", "XYZ")).await(10, SECONDS);
        JsonNode answer =
                credentials(HttpMethod.POST, OcpiVersion.V2_2_1, new CredentialsToken("another-A"), TOKEN_B, 200, 1000);

        CredentialsToken second = new CredentialsToken(answer.at("/data/token").asText());
        assertThat(partners().all()).hasSize(2);
        assertThat(second).isNotEqualTo(first);
        assertThat(admitted(first)).isTrue();
        assertThat(admitted(second)).isTrue();
    }

    @Test
    void registrations_and_invitations_survive_a_restart(@TempDir Path folder) throws Exception {
        TestNode durable = lab.node(
                "durable", Role.CPO, "DE", "DUR", settings -> settings.store(new StoreLocation.Folder(folder)));
        durable.run(() -> durable.platform().partners().invite("later", TOKEN_A));
        other.issuing(new CredentialsToken("token-C"));
        Partner partner = durable.run(() -> durable.platform().registration().register(other.versionsUrl(), TOKEN_A));
        lab.undeploy(durable);

        TestNode again = lab.node(
                "durable", Role.CPO, "DE", "DUR", settings -> settings.store(new StoreLocation.Folder(folder)));

        assertThat(again.platform().partners().all()).containsExactly(partner);
        assertThat(again.platform().partners().admit(partner.incomingToken())).isPresent();
        assertThat(again.platform().partners().admit(TOKEN_A)).containsInstanceOf(Caller.Invited.class);
    }

    // --- we begin ---

    @ParameterizedTest
    @ValueSource(
            strings = {
                "versions 500",
                "versions text",
                "versions empty",
                "details 404",
                "no credentials",
                "post 500",
                "post 2001",
                "post silent",
                "post without data",
                "post invalid",
                "no common version"
            })
    void when_we_cannot_register_nothing_is_kept_and_token_b_is_forgotten(String trouble) throws Exception {
        trouble(trouble);

        assertThat(failure(() -> node.platform().registration().register(other.versionsUrl(), TOKEN_A)))
                .isInstanceOf(RuntimeException.class);

        assertThat(partners().all()).isEmpty();
        sentTokens().forEach(token -> assertThat(admitted(token)).isFalse());
    }

    @Test
    void nothing_is_posted_to_a_partner_without_a_credentials_endpoint() throws Exception {
        trouble("no credentials");

        failure(() -> node.platform().registration().register(other.versionsUrl(), TOKEN_A));

        assertThat(other.requests()).noneMatch(request -> request.method().equals("POST"));
    }

    @ParameterizedTest
    @CsvSource({"put 500, true", "put silent, true", "put 2001, false", "put 405, false"})
    void our_put_that_fails_locks_nobody_out(String trouble, boolean inDoubt) throws Exception {
        other.issuing(new CredentialsToken("first-C"));
        Partner before = node.run(() -> node.platform().registration().register(other.versionsUrl(), TOKEN_A));
        trouble(trouble);

        assertThat(failure(() -> node.platform().registration().update(before))).isInstanceOf(PartnerException.class);

        CredentialsToken tokenB = sentTokens().get(1);
        assertThat(onlyPartner()).isEqualTo(before);
        assertThat(admitted(tokenB)).as("the partner may have taken it").isEqualTo(inDoubt);
        assertThat(admitted(before.incomingToken())).isTrue();
        assertThat(admitted(tokenB)).as("the partner has not").isFalse();
    }

    @Test
    void unregistering_is_over_for_us_even_when_the_partner_is_gone() throws Exception {
        Partner partner = node.run(() -> node.platform().registration().register(other.versionsUrl(), TOKEN_A));
        other.close().await(10, SECONDS);

        assertThat(failure(() -> node.platform().registration().unregister(partner)))
                .isInstanceOf(PartnerException.class);

        assertThat(partners().all()).isEmpty();
        assertThat(admitted(partner.incomingToken())).isFalse();
    }

    private void trouble(String kind) {
        switch (kind) {
            case "versions 500" -> other.on("GET /versions", FakeAnswer.status(500, 3000));
            case "versions text" -> other.on("GET /versions", FakeAnswer.raw(200, "text/plain", "hello"));
            case "versions silent" -> other.on("GET /versions", FakeAnswer.silence());
            case "versions empty" -> other.on("GET /versions", FakeAnswer.data(Json.array()));
            case "details 404" -> other.on("GET /2.3.0", FakeAnswer.status(404, 2000));
            case "other version" -> other.speaking(OcpiVersion.V2_2_1);
            case "no common version" ->
                other.on(
                        "GET /versions",
                        FakeAnswer.data(Json.array()
                                .add(Json.object().put("version", "2.1.1").put("url", other.baseUrl() + "/2.1.1"))));
            case "no credentials" -> {
                ObjectNode details = Json.object().put("version", "2.3.0");
                details.putArray("endpoints")
                        .addObject()
                        .put("identifier", "tokens")
                        .put("role", "SENDER")
                        .put("url", other.baseUrl() + "/2.3.0/tokens");
                other.on("GET /2.3.0", FakeAnswer.data(details));
            }
            case "post without data" -> other.on("POST /2.3.0/credentials", FakeAnswer.status(200, 1000));
            case "post invalid" ->
                other.on(
                        "POST /2.3.0/credentials", FakeAnswer.data(Json.object().put("token", "x")));
            default -> {
                String path = kind.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT) + " /2.3.0/credentials";
                switch (kind.split(" ", 2)[1]) {
                    case "500" -> other.on(path, FakeAnswer.status(500, 3000));
                    case "405" -> other.on(path, FakeAnswer.status(405, 2000));
                    case "2001" -> other.on(path, FakeAnswer.status(200, 2001));
                    default -> other.on(path, FakeAnswer.silence());
                }
            }
        }
    }

    private CredentialsToken registered(OcpiVersion version) throws Exception {
        JsonNode answer = credentials(HttpMethod.POST, version, TOKEN_A, TOKEN_B, 200, 1000);
        return new CredentialsToken(answer.at("/data/token").asText());
    }

    private JsonNode credentials(
            HttpMethod method,
            OcpiVersion version,
            CredentialsToken token,
            CredentialsToken theirs,
            int http,
            int status)
            throws Exception {
        JsonNode answer = send(method, version, token, body(theirs)).await(10, SECONDS);
        assertThat(answer.path("status_code").asInt()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.path("http").asInt()).isEqualTo(http);
        return answer;
    }

    private Future<JsonNode> send(HttpMethod method, OcpiVersion version, CredentialsToken token, JsonNode body) {
        String versions = node.platform().server().versionsUrl();
        var options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(versions.replace("/versions", "/" + version.value() + "/credentials"))
                .putHeader("Authorization", "Token " + token.base64());
        // On an event loop, or the body may have come and gone before anybody asks for it.
        return node.platform()
                .onContext(() -> client.request(options)
                        .compose(request -> request.send(Buffer.buffer(Json.write(body))))
                        .compose(response -> response.body().map(bytes -> {
                            ObjectNode envelope = Json.parseOwn(bytes.toString());
                            return envelope.put("http", response.statusCode());
                        })));
    }

    private ObjectNode body(CredentialsToken token) {
        return (ObjectNode) other.credentials(OcpiVersion.V2_3_0, token);
    }

    private java.util.List<CredentialsToken> sentTokens() {
        return other.requests().stream()
                .filter(request -> request.path().endsWith("/credentials")
                        && !request.body().isEmpty())
                .map(request -> new CredentialsToken(
                        Json.parseOwn(request.body()).path("token").asText()))
                .toList();
    }

    private Partners partners() {
        return node.platform().partners();
    }

    private Partner onlyPartner() {
        assertThat(partners().all()).hasSize(1);
        return partners().all().get(0);
    }

    private boolean admitted(CredentialsToken token) {
        try {
            Optional<Caller> caller =
                    node.run(() -> Future.succeededFuture(partners().admit(token)));
            return caller.isPresent();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Throwable failure(java.util.function.Supplier<Future<?>> work) throws Exception {
        return node.run(() -> work.get()
                .<Throwable>map(done -> new AssertionError("did not fail"))
                .recover(Future::succeededFuture));
    }
}
