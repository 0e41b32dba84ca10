package dev.roamlab.cli.self;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.schema.SchemaReport;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.versions.InterfaceRole;
import dev.roamlab.ocpi.versions.ModuleId;
import dev.roamlab.scenarios.operator.SelfSettings;
import dev.roamlab.scenarios.operator.SelfSubject;
import dev.roamlab.testkit.FakeAnswer;
import dev.roamlab.testkit.FakePartner;
import dev.roamlab.testkit.ReceivedRequest;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What our own nodes say, held against the suite's schemas: objects in lists, and everything that is pushed. */
class SelfNodesAreCleanTest {
    private static final Map<String, String> OBJECTS = Map.of(
            "locations", "Location",
            "tariffs", "Tariff",
            "sessions", "Session",
            "cdrs", "CDR",
            "tokens", "Token");
    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> findings = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, SECONDS);
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void the_cpo_says_nothing_wrong(OcpiVersion version) throws Exception {
        SelfSubject cpo =
                SelfSubject.start(vertx, SelfSettings.of(Role.CPO, 11)).await(10, SECONDS);
        FakePartner fake = registered(cpo, Role.EMSP, version);
        for (String module : List.of("locations", "tariffs", "sessions", "cdrs")) {
            judgeList(cpo, fake, version, module);
        }
        trigger(cpo, "add-location", Map.of());
        trigger(cpo, "add-tariff", Map.of());
        trigger(cpo, "change-location", Map.of("location_id", "KAN-MALL", "name", "Winkelhof 2"));
        trigger(
                cpo,
                "set-evse-status",
                Map.of("location_id", "KAN-MALL", "evse_uid", "KAN-W-1", "status", "OUTOFORDER"));
        trigger(
                cpo,
                "start-session",
                Map.of("token_uid", "04A1B2C3D4E5F6", "location_id", "KAN-LIVE-1", "evse_uid", "KAN-L1-2"));
        JsonNode session = pushed(fake, "PUT", "/sessions/", "KAN-L1-2");
        pushed(fake, "PATCH", "/sessions/", "charging_periods");
        trigger(cpo, "stop-session", Map.of("session_id", session.path("id").asText()));
        pushed(fake, "POST", "/cdrs", session.path("id").asText());

        judgePushes(fake, version);
        assertThat(findings).isEmpty();
        cpo.close().await(10, SECONDS);
        fake.close().await(5, SECONDS);
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void the_emsp_says_nothing_wrong(OcpiVersion version) throws Exception {
        SelfSubject emsp =
                SelfSubject.start(vertx, SelfSettings.of(Role.EMSP, 12)).await(10, SECONDS);
        FakePartner fake = registered(emsp, Role.CPO, version);
        judgeList(emsp, fake, version, "tokens");
        trigger(emsp, "add-token", Map.of());
        trigger(emsp, "block-token", Map.of("uid", "NLVOLC00000021K"));
        pushed(fake, "PUT", "/tokens/", "NLVOLC00000021K");

        judgePushes(fake, version);
        assertThat(findings).isEmpty();
        emsp.close().await(10, SECONDS);
        fake.close().await(5, SECONDS);
    }

    private FakePartner registered(SelfSubject subject, Role as, OcpiVersion version) throws Exception {
        FakePartner fake = FakePartner.start(vertx, as, Party.parse("NL-TSA"))
                .await(5, SECONDS)
                .speaking(version)
                .otherwise(request -> request.method().equals("GET")
                        ? FakeAnswer.data(Json.array())
                        : FakeAnswer.status(request.method().equals("POST") ? 201 : 200, 1000));
        OBJECTS.keySet().forEach(module -> fake.offering(new ModuleId(module), side(as, module)));
        trigger(
                subject,
                "register",
                Map.of("versions_url", fake.versionsUrl().value(), "token", "token-a-of-the-fake"));
        return fake;
    }

    private static InterfaceRole side(Role role, String module) {
        return (role == Role.EMSP) == module.equals("tokens") ? InterfaceRole.SENDER : InterfaceRole.RECEIVER;
    }

    private void trigger(SelfSubject subject, String name, Map<String, String> params) throws Exception {
        ObjectNode body = Json.object();
        params.forEach(body::put);
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(subject.operatorUrl() + "/" + name))
                        .POST(BodyPublishers.ofString(Json.write(body)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("partner_refused");
    }

    private void judgeList(SelfSubject subject, FakePartner fake, OcpiVersion version, String module) throws Exception {
        String token =
                pushed(fake, "POST", "/credentials", "token").path("token").asText();
        String url = subject.versionsUrl().replace("/versions", "/" + version.value()) + "/" + module
                + "?date_from=2020-01-01T00:00:00Z";
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Token " + base64(token))
                        .build(),
                BodyHandlers.ofString());
        JsonNode list = Json.parse(answer.body()).path("data");
        assertThat(list).as("%s", answer.body()).isNotEmpty();
        ObjectSchemas schemas = schemas(version);
        list.forEach(object -> judge(
                module + " " + object.path("id").asText(object.path("uid").asText()),
                schemas.check(OBJECTS.get(module), object)));
    }

    private void judgePushes(FakePartner fake, OcpiVersion version) throws Exception {
        for (ReceivedRequest request : fake.requests()) {
            Optional<String> object = object(request.path());
            if (request.body().isEmpty() || object.isEmpty()) {
                continue;
            }
            JsonNode body = Json.parse(request.body());
            judge(
                    request.line() + " " + body,
                    request.method().equals("PATCH")
                            ? schemas(version).checkPartial(object.get(), body)
                            : schemas(version).check(object.get(), body));
        }
    }

    /** The object that a path of ours is about: a location's path goes down to its EVSEs and connectors. */
    private static Optional<String> object(String path) {
        String[] parts = path.split("/");
        if (parts.length < 3 || !OBJECTS.containsKey(parts[2])) {
            return parts.length > 2 && parts[2].equals("credentials") ? Optional.of("Credentials") : Optional.empty();
        }
        return switch (parts[2].equals("locations") ? parts.length : 0) {
            case 7 -> Optional.of("EVSE");
            case 8 -> Optional.of("Connector");
            default -> Optional.of(OBJECTS.get(parts[2]));
        };
    }

    private void judge(String what, SchemaReport report) {
        report.findings().forEach(finding -> findings.add(what + ": " + finding));
        report.hints().forEach(hint -> findings.add(what + ": " + hint));
    }

    private static JsonNode pushed(FakePartner fake, String method, String path, String part) throws Exception {
        Instant late = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (Instant.now().isBefore(late)) {
            for (ReceivedRequest request : fake.requests()) {
                if (request.method().equals(method)
                        && (request.path() + "/").contains(path)
                        && (request.path() + request.body()).contains(part)) {
                    return Json.parse(request.body());
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no " + method + " " + path + " with " + part + " came");
    }

    private static ObjectSchemas schemas(OcpiVersion version) {
        return ObjectSchemas.of(version == OcpiVersion.V2_2_1 ? SpecVersion.V2_2_1 : SpecVersion.V2_3_0);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
