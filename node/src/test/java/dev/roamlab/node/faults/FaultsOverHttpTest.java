package dev.roamlab.node.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.lab.Exchange;
import dev.roamlab.node.TestLab;
import dev.roamlab.node.TestLab.TestNode;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults of a node that really runs, as its partner sees them. */
class FaultsOverHttpTest {
    private static final CredentialsToken TOKEN_A = new CredentialsToken("token-a-of-the-test");

    private final TestLab lab = new TestLab();
    private TestNode cpo;
    private HttpClient http;

    @BeforeEach
    void start() throws Exception {
        cpo = lab.node("cpo", Role.CPO, "BE", "KAN", settings -> settings.admin(true));
        cpo.run(() -> cpo.platform().partners().invite("test", TOKEN_A));
        http = lab.vertx().createHttpClient();
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @Test
    void a_clean_node_lists_its_versions() throws Exception {
        assertThat(versions().json().path("data")).isNotEmpty();
    }

    @Test
    void a_fault_in_what_is_served_is_seen_by_the_partner_and_in_the_record() throws Exception {
        cpo.platform().faults().set(fault("VER-no-url"));

        assertThat(versions().json().path("data").path(0).has("url")).isFalse();
        assertThat(cpo.platform().faults().timesApplied("VER-no-url")).isEqualTo(1);
        Exchange recorded = lab.exchanges().get(lab.exchanges().size() - 1);
        assertThat(recorded.operation()).isEqualTo("GET versions");
        assertThat(recorded.toString()).doesNotContain("\"url\"");
    }

    @Test
    void a_cleared_fault_is_gone() throws Exception {
        cpo.platform().faults().set(fault("TRN-no-envelope"));
        cpo.platform().faults().set(fault("VER-empty-list"));
        cpo.platform().faults().clear();

        assertThat(versions().json().path("data")).isNotEmpty();
    }

    @Test
    void a_stranger_is_let_in_by_a_node_with_that_fault() throws Exception {
        cpo.platform().faults().set(fault("TRN-open-to-strangers"));
        versions();

        assertThat(get("Token " + new CredentialsToken("nobody").base64()).status())
                .isEqualTo(200);
    }

    @Test
    void bodies_and_refusals_pass_a_node_under_fault_as_they_are() throws Exception {
        cpo.platform().faults().set(fault("TRN-no-x-limit"));

        assertThat(versions().status()).isEqualTo(200);
        assertThat(get("Token nonsense").status()).isEqualTo(401);
    }

    @Test
    void a_fault_in_what_is_sent_is_seen_by_the_partner() throws Exception {
        TestNode emsp = lab.node("emsp", Role.EMSP, "NL", "VOL", settings -> settings);
        emsp.platform().faults().set(fault("TRN-no-request-id"));

        emsp.run(() -> emsp.platform().registration().register(versionsUrl(), TOKEN_A));

        assertThat(lab.exchanges())
                .anyMatch(exchange -> exchange.from().equals("NL-VOL")
                        && !exchange.request().headers().containsKey("X-Request-ID"));
        assertThat(emsp.platform().faults().timesApplied("TRN-no-request-id")).isEqualTo(3);
    }

    @Test
    void a_registration_fails_when_no_request_is_authorised() throws Exception {
        TestNode emsp = lab.node("emsp", Role.EMSP, "NL", "VOL", settings -> settings);
        emsp.platform().faults().set(fault("TRN-no-authorization"));

        assertThatThrownBy(() -> emsp.run(() -> emsp.platform().registration().register(versionsUrl(), TOKEN_A)))
                .isInstanceOf(PartnerException.class)
                .hasMessageContaining("401");
    }

    @Test
    void the_admin_switch_sets_shows_and_clears() throws Exception {
        assertThat(admin(HttpMethod.PUT, "/VER-no-url").status()).isEqualTo(200);
        versions();

        assertThat(admin(HttpMethod.GET, "")
                        .json()
                        .path("active")
                        .path(0)
                        .path("times_applied")
                        .asInt())
                .isEqualTo(1);
        assertThat(admin(HttpMethod.DELETE, "/VER-no-url").json().path("active").asBoolean())
                .isFalse();
        assertThat(cpo.platform().faults().isIdle()).isTrue();
    }

    @Test
    void the_admin_switch_guesses_what_was_meant() throws Exception {
        var answer = admin(HttpMethod.PUT, "/VER-no-urls");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("error").asText()).contains("VER-no-urls", "did you mean VER-");
    }

    @Test
    void there_is_no_admin_switch_unless_the_node_was_started_with_it() throws Exception {
        cpo = lab.node("other", Role.CPO, "BE", "OTH", settings -> settings);

        assertThat(send(HttpMethod.GET, cpo.platform().host().publicUrl() + "/admin/faults", "")
                        .status())
                .isEqualTo(404);
    }

    private static Fault fault(String name) {
        return Faults.find(name).orElseThrow();
    }

    private Url versionsUrl() {
        return new Url(cpo.platform().server().versionsUrl());
    }

    private Got versions() throws Exception {
        return get("Token " + TOKEN_A.base64());
    }

    private Got get(String authorization) throws Exception {
        return send(HttpMethod.GET, cpo.platform().server().versionsUrl(), authorization);
    }

    private Got admin(HttpMethod method, String path) throws Exception {
        return send(method, cpo.platform().host().publicUrl() + "/admin/faults" + path, "");
    }

    private Got send(HttpMethod method, String url, String authorization) throws Exception {
        RequestOptions options = new RequestOptions().setMethod(method).setAbsoluteURI(url);
        if (!authorization.isEmpty()) {
            options.putHeader("Authorization", authorization);
        }
        return http.request(options)
                .compose(request -> request.send())
                .compose(FaultsOverHttpTest::got)
                .await(10, SECONDS);
    }

    private static Future<Got> got(HttpClientResponse response) {
        return response.body().map(body -> new Got(response.statusCode(), body));
    }

    private record Got(int status, Buffer body) {
        com.fasterxml.jackson.databind.JsonNode json() {
            try {
                return Json.parse(body.getBytes());
            } catch (dev.roamlab.ocpi.json.MalformedJson malformed) {
                throw new AssertionError(malformed);
            }
        }
    }
}
