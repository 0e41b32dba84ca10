package dev.roamlab.scenarios.operator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.testkit.FakeAnswer;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the operators of both nodes do about partners. */
class PartnershipTriggersTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, SECONDS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CPO", "EMSP"})
    void the_node_registers_renews_and_leaves(Role role) throws Exception {
        SelfSubject subject = SelfSubject.start(vertx, SelfSettings.of(role, 5)).await(10, SECONDS);
        Tester tester = Tester.of(vertx, subject, role, OcpiVersion.V2_3_0);
        String url = tester.fake.versionsUrl().value();

        var facts = tester.pull("register", "versions_url", url, "token", "token-a-of-the-tester");
        tester.receives("POST", "/2.3.0/credentials");
        assertThat(facts.path("version").asText()).isEqualTo("2.3.0");

        tester.pull("replace-token");
        tester.receives("PUT", "/2.3.0/credentials");

        tester.pull("unregister", "versions_url", url);
        tester.receives("DELETE", "/2.3.0/credentials");
        var again = tester.trigger("unregister", Json.object());
        assertThat(again.body().path("error").asText()).isEqualTo("nobody is registered with us");
        subject.close().await(10, SECONDS);
        tester.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CPO", "EMSP"})
    void a_registration_that_the_partner_refuses_was_tried(Role role) throws Exception {
        SelfSubject subject = SelfSubject.start(vertx, SelfSettings.of(role, 6)).await(10, SECONDS);
        Tester tester = Tester.of(vertx, subject, role, OcpiVersion.V2_3_0);
        tester.answering("POST /credentials", FakeAnswer.status(200, 3001));

        var answer = tester.trigger(
                "register",
                Json.object()
                        .put("versions_url", tester.fake.versionsUrl().value())
                        .put("token", "token-a-of-the-tester"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("partner_refused").asText()).contains("3001");
        subject.close().await(10, SECONDS);
        tester.close();
    }
}
