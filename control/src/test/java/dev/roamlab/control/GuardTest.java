package dev.roamlab.control;

import static dev.roamlab.control.ApiLab.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.control.http.ApiKeys;
import dev.roamlab.control.http.Limits;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, how often, and what a refusal looks like. */
@Timeout(120)
class GuardTest {
    private static final String KEY = "open-sesame-1";
    private static final String OTHER = "open-sesame-2";

    @Test
    void a_key_opens_in_either_header_and_nothing_else_does() throws Exception {
        try (ApiLab lab = new ApiLab(settings -> settings.withKeys(List.of(KEY, OTHER)))) {
            HttpResponse<String> none = lab.get("/chargers");
            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Bearer"));
            assertThat(with(lab, "X-API-Key", KEY).statusCode()).isEqualTo(200);
            assertThat(with(lab, "X-API-Key", OTHER).statusCode()).isEqualTo(200);
            assertThat(with(lab, "Authorization", "Bearer " + KEY).statusCode()).isEqualTo(200);
            assertThat(with(lab, "Authorization", "bearer " + KEY).statusCode()).isEqualTo(200);
            assertThat(with(lab, "Authorization", "Basic " + KEY).statusCode()).isEqualTo(401);
            assertThat(with(lab, "X-API-Key", KEY + "x").statusCode()).isEqualTo(401);
            assertThat(with(lab, "X-API-Key", "open-sesame").statusCode()).isEqualTo(401);
            assertThat(lab.get("/docs").statusCode()).isEqualTo(200);
            assertThat(json(lab.get("/openapi.json")).path("security")).hasSize(2);
        }
    }

    @Test
    void nobody_listens_to_others_without_a_key() {
        assertThatThrownBy(() -> ControlSettings.of("0.0.0.0", 0, List.of(), Limits.USUAL))
                .isInstanceOf(ControlSettings.KeyNeeded.class)
                .hasMessageContaining("0.0.0.0");
        assertThat(ControlSettings.of("0.0.0.0", 0, List.of(KEY), Limits.USUAL).keys())
                .containsExactly(KEY);
        assertThatThrownBy(() -> new ApiKeys(List.of("short"))).hasMessageContaining("at least 8");
    }

    @Test
    void each_key_has_a_limit_of_its_own() throws Exception {
        Limits limits = Limits.parse("3/h,2/min");
        try (ApiLab lab =
                new ApiLab(settings -> settings.withKeys(List.of(KEY, OTHER)).withLimits(limits))) {
            assertThat(with(lab, "X-API-Key", KEY).headers().firstValue("RateLimit-Remaining"))
                    .hasValue("1");
            assertThat(with(lab, "X-API-Key", KEY).statusCode()).isEqualTo(200);

            HttpResponse<String> refused = with(lab, "X-API-Key", KEY);

            assertThat(refused.statusCode()).isEqualTo(429);
            long wait =
                    Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
            assertThat(wait).isBetween(1L, 60L);
            assertThat(refused.headers().firstValue("RateLimit-Limit")).hasValue("2");
            assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("3;w=3600, 2;w=60");
            assertThat(json(refused).path("detail").asText()).contains("2 requests in 60 s");
            assertThat(with(lab, "X-API-Key", OTHER).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void limits_are_read_as_people_write_them() {
        assertThat(Limits.parse("100/min,1000/h")).isEqualTo(Limits.USUAL);
        assertThat(Limits.parse("none")).isEqualTo(Limits.NONE);
        assertThatThrownBy(() -> Limits.parse("100/fortnight")).hasMessageContaining("100/fortnight");
        assertThatThrownBy(() -> Limits.parse("0/min")).hasMessageContaining("at least 1");
    }

    @Test
    void pages_of_other_sites_are_turned_away() throws Exception {
        try (ApiLab lab = ApiLab.open()) {
            assertThat(with(lab, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
            assertThat(with(lab, "Origin", "null").statusCode()).isEqualTo(403);
            assertThat(with(lab, "Origin", lab.url()).statusCode()).isEqualTo(200);
            HttpResponse<String> form = lab.send(HttpRequest.newBuilder(lab.uri("/chargers"))
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"chargePointId\": \"X\"}")));
            assertThat(form.statusCode()).isEqualTo(415);
            assertThat(RawHttp.ask(lab, "GET /api/v1/chargers HTTP/1.1\r\nHost: rebound.example\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void a_problem_says_status_message_path_and_time() throws Exception {
        try (ApiLab lab = ApiLab.open()) {
            HttpResponse<String> answer = lab.post("/chargers", "{\"chargePointId\": 7, \"colour\": \"red\"}");

            JsonNode problem = json(answer);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(problem.path("status").asInt())
                    .isEqualTo(answer.statusCode())
                    .isEqualTo(400);
            assertThat(problem.path("title").asText()).isEqualTo("Bad request");
            assertThat(problem.path("instance").asText()).isEqualTo("/api/v1/chargers");
            assertThat(Instant.parse(problem.path("timestamp").asText())).isNotNull();
            assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactly("/colour", "/chargePointId");
            assertThat(problem.at("/errors/1/detail").asText()).isEqualTo("7, must be a string");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /nowhere                   |           | 404 | nothing is served here",
                "GET    | /chargers/NONE             |           | 404 | no charger 'NONE'",
                "PUT    | /chargers                  | {}        | 405 | GET, POST, HEAD is",
                "POST   | /chargers                  |           | 400 | body is missing",
                "POST   | /chargers                  | {\"a\":   | 400 | no JSON",
                "POST   | /chargers                  | {} {}     | 400 | no JSON",
                "POST   | /chargers                  | {\"a\":1,\"a\":2} | 400 | Duplicate",
                "POST   | /chargers                  | [1]       | 400 | must be an object",
                "GET    | /chargers?limit=0          |           | 400 | from 1 to 1000",
                "GET    | /chargers?limit=many       |           | 400 | whole number",
                "GET    | /chargers?limit=1&limit=2  |           | 400 | twice",
                "GET    | /chargers?color=red        |           | 400 | unknown field",
                "GET    | /chargers?cursor=!!        |           | 400 | is none that we gave",
                "GET    | /events?type=Nothing       |           | 400 | must be of ChargerAdded",
                "DELETE | /fleets/none               |           | 404 | no fleet",
                "POST   | /fleets                    | {\"name\":\"x\",\"count\":0} | 400 | from 1 to 100000",
                "POST   | /fleets                    | {\"name\":\"x\",\"count\":1,\"type\":\"none\"} | 400 | /type",
            })
    void what_is_wrong_is_said(String method, String path, String body, int status, String says) throws Exception {
        try (ApiLab lab = ApiLab.open()) {
            HttpResponse<String> answer = lab.send(method, path, body == null ? "" : body);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(json(answer).path("detail").asText()).contains(says);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/chargers/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/chargers?a=%ff HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "NONSENSE\r\n\r\n",
            })
    void what_is_no_proper_request_is_a_problem_too(String raw) throws Exception {
        try (ApiLab lab = ApiLab.open()) {
            assertThat(RawHttp.ask(lab, raw))
                    .containsPattern("^HTTP/1\\.[01] 400")
                    .contains("application/problem+json");
        }
    }

    @Test
    void a_body_that_is_too_large_or_too_slow_is_refused() throws Exception {
        try (ApiLab lab =
                new ApiLab(settings -> settings.withMaxBodyBytes(1_000).withBodyTimeout(Duration.ofMillis(300)))) {
            assertThat(lab.post("/chargers", "{\"x\": \"" + "y".repeat(2_000) + "\"}")
                            .statusCode())
                    .isEqualTo(413);
            String head = "POST /api/v1/chargers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
            assertThat(RawHttp.ask(lab, head + "Content-Length: 50\r\n\r\n{\"charge"))
                    .startsWith("HTTP/1.1 408");
            assertThat(lab.get("/chargers").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> with(ApiLab lab, String header, String value) throws Exception {
        return lab.send(HttpRequest.newBuilder(lab.uri("/chargers")).header(header, value));
    }
}
