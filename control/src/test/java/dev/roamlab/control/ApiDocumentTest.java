package dev.roamlab.control;

import static dev.roamlab.control.ApiLab.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The document that the API serves of itself. */
@Timeout(120)
class ApiDocumentTest {
    private ApiLab lab;

    @BeforeEach
    void start() throws Exception {
        lab = ApiLab.open();
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @Test
    void is_openapi_3_1_in_the_eyes_of_a_stranger() throws Exception {
        // This stranger knows few media types, and wants a server with its name; the specification lets a path do.
        JsonObject document = new JsonObject(lab.get("/openapi.json")
                .body()
                .replace("\"application/problem+json\"", "\"application/json\"")
                .replace("\"text/event-stream\"", "\"text/plain\""));
        document.remove("servers");

        OpenAPIContract contract = OpenAPIContract.from(lab.vertx(), document).await(20, TimeUnit.SECONDS);

        assertThat(contract.operations()).hasSizeGreaterThan(30);
        assertThat(contract.getRawContract().getString("openapi")).startsWith("3.1");
    }

    @Test
    void every_operation_is_described_and_served() throws Exception {
        JsonNode document = json(lab.get("/openapi.json"));
        List<String> lost = new ArrayList<>();

        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                assertThat(operation.getValue().path("summary").asText()).isNotBlank();
                String url = path.getKey().replaceAll("\\{[^}]*}", "nothing");
                String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                if (!url.equals("/events")) {
                    HttpResponse<String> answer = lab.send(method, url, "");
                    if (answer.statusCode() == 405 || answer.body().contains("nothing is served here")) {
                        lost.add(method + " " + url);
                    }
                }
            }
        }

        assertThat(lost).isEmpty();
    }

    @Test
    void the_page_and_all_that_it_needs_come_from_here() throws Exception {
        HttpResponse<String> page = lab.get("/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).contains("docs/swagger-ui-bundle.js").doesNotContain("http://", "https://");
        assertThat(lab.get("/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
        assertThat(lab.get("/docs/control.json").body())
                .isEqualTo(lab.get("/openapi.json").body());
        assertThat(lab.get("/docs/../pom.xml").statusCode()).isEqualTo(404);
        assertThat(lab.get("/docs/swagger-ui.js").statusCode()).isEqualTo(404);
    }
}
