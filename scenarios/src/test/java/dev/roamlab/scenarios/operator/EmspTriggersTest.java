package dev.roamlab.scenarios.operator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Role;
import io.vertx.core.Vertx;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every trigger of an eMSP, pulled over HTTP and seen on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmspTriggersTest {
    private final Vertx vertx = Vertx.vertx();
    private SelfSubject subject;
    private Tester tester;

    @BeforeAll
    void register() throws Exception {
        subject = SelfSubject.start(vertx, SelfSettings.of(Role.EMSP, 4)).await(10, SECONDS);
        tester = Tester.of(vertx, subject, Role.EMSP, OcpiVersion.V2_3_0).register();
    }

    @AfterAll
    void close() throws Exception {
        subject.close().await(10, SECONDS);
        tester.close();
        vertx.close().await(10, SECONDS);
    }

    @Test
    void a_token_is_issued_changed_and_blocked() throws Exception {
        String uid = tester.pull("add-token").path("uid").asText();
        tester.receives(
                "PUT", "/tokens/NL/VOL/" + uid, token -> token.path("valid").asBoolean());

        tester.pull("change-token", "uid", uid);
        tester.receives("PUT", "/tokens/NL/VOL/" + uid, token -> token.has("visual_number"));

        tester.pull("block-token", "uid", uid);
        tester.receives(
                "PUT", "/tokens/NL/VOL/" + uid, token -> !token.path("valid").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({"START_SESSION", "STOP_SESSION", "RESERVE_NOW", "CANCEL_RESERVATION", "UNLOCK_CONNECTOR"})
    void every_command_is_sent(String command) throws Exception {
        tester.pull(
                "send-command",
                "command",
                command,
                "location_id",
                "L1",
                "evse_uid",
                "E1",
                "connector_id",
                "1",
                "session_id",
                "S1",
                "reservation_id",
                "R1",
                "token_uid",
                "04VOLVALID0001");

        tester.receives("POST", "/commands/" + command, body -> body.has("response_url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"START_SESSION", "RESERVE_NOW"})
    void the_node_refuses_to_send_a_blocked_token(String command) throws Exception {
        var answer = tester.trigger(
                "send-command",
                Json.object().put("command", command).put("location_id", "L1").put("token_uid", "04VOLBLOCKED01"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asText())
                .contains("token_uid: " + command + ": token 04VOLBLOCKED01 has valid = false");
    }

    @Test
    void nobody_here_can_attest_anything() throws Exception {
        var answer = tester.trigger(
                "attest", Json.object().put("requirement", "LOC-010").put("question", "Gone?"));

        assertThat(answer.status()).isEqualTo(501);
    }

    @Test
    void charging_preferences_are_put() throws Exception {
        JsonNode facts = tester.pull("set-charging-preferences", "session_id", "S9");

        tester.receives("PUT", "/sessions/S9/charging_preferences", body -> body.has("profile_type"));
        assertThat(facts.path("answer").asText()).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"locations", "tariffs", "sessions", "cdrs"})
    void every_list_is_pulled(String module) throws Exception {
        long before = gets(module);

        var answer = tester.trigger("pull", Json.object().put("module", module).put("full", true));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(gets(module)).isEqualTo(before + 1);
    }

    private long gets(String module) {
        return tester.fake.requests().stream()
                .filter(request -> request.line().equals("GET /2.3.0/" + module))
                .count();
    }

    @Test
    void one_evse_is_fetched() throws Exception {
        tester.pull("fetch", "module", "locations", "id", "L1/E1");

        tester.receives("GET", "/locations/L1/E1");
    }

    @Test
    void the_triggers_are_listed_and_can_be_posted_by_name() throws Exception {
        var list = tester.send(Tester.request(subject.operatorUrl()).GET());
        assertThat(list.body())
                .anyMatch(trigger -> trigger.path("trigger").asText().equals("send-command"));

        var invited =
                tester.send(Tester.request(subject.operatorUrl() + "/invite").POST(BodyPublishers.ofString("{}")));
        assertThat(invited.body().path("token").asText()).hasSizeGreaterThan(16);
    }

    @Test
    void a_token_that_is_not_ours_is_named() throws Exception {
        var answer = tester.trigger("block-token", Json.object().put("uid", "NOBODYS"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asText()).contains("NOBODYS");
    }
}
