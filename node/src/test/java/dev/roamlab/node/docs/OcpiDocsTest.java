package dev.roamlab.node.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.node.TestLab;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Role;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a node, and the documents behind it. */
class OcpiDocsTest {
    private final TestLab lab = new TestLab();

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void what_is_served_is_described_for_each_version(OcpiVersion version) throws Exception {
        var node = lab.node("cpo", Role.CPO, "NL", "ABC");
        String url = node.platform().host().publicUrl();

        assertThat(get(url + "/docs")).contains("swagger-ui");
        String text = get(url + "/docs/ocpi-" + version.value() + ".json");
        JsonObject nameless = new JsonObject(text);
        // This validator wants a server with its name; the specification lets a path do.
        nameless.remove("servers");
        OpenAPIContract contract = OpenAPIContract.from(lab.vertx(), nameless).await(20, TimeUnit.SECONDS);

        JsonNode document = Json.MAPPER.readTree(text);
        assertThat(contract.operations()).isNotEmpty();
        assertThat(document.at("/paths").has("/" + version.value() + "/credentials"))
                .isTrue();
        assertThat(document.at("/components/schemas/Credentials/properties").has("token"))
                .isTrue();
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
