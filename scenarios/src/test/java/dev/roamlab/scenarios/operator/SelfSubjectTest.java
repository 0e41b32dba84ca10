package dev.roamlab.scenarios.operator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Role;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfSubjectTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(10, SECONDS);
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_stranger_sees_a_rich_cpo(OcpiVersion version) throws Exception {
        SelfSubject subject =
                SelfSubject.start(vertx, SelfSettings.of(Role.CPO, 1)).await(10, SECONDS);
        Tester tester = Tester.of(vertx, subject, Role.CPO, version).register();

        assertThat(tester.get("/locations")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(tester.get("/locations?limit=5")).hasSize(5);
        assertThat(tester.get("/tariffs")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(tester.get("/sessions?date_from=2020-01-01T00:00:00Z")).hasSizeGreaterThanOrEqualTo(8);
        JsonNode cdrs = tester.get("/cdrs");
        assertThat(cdrs).hasSizeGreaterThanOrEqualTo(8);
        assertThat(cdrs).allMatch(cdr -> cdr.at("/cdr_token/party_id").asText().equals("TSA"));

        tester.receives(
                "PUT", "/sessions/", session -> session.path("status").asText().equals("ACTIVE"));
        subject.close().await(10, SECONDS);
        tester.close();
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_stranger_sees_a_rich_emsp(OcpiVersion version) throws Exception {
        SelfSubject subject =
                SelfSubject.start(vertx, SelfSettings.of(Role.EMSP, 1)).await(10, SECONDS);
        Tester tester = Tester.of(vertx, subject, Role.EMSP, version).register();

        assertThat(tester.get("/tokens")).hasSizeGreaterThanOrEqualTo(12);

        tester.receives("GET", "/locations");
        subject.close().await(10, SECONDS);
        tester.close();
    }

    /** OCPI 2.2.1 has no EMAID, so such a token is one of type OTHER there: wherever its type stands. */
    @Test
    void a_token_of_a_newer_type_is_pushed_and_authorised_as_other() throws Exception {
        SelfSubject subject =
                SelfSubject.start(vertx, SelfSettings.of(Role.EMSP, 1)).await(10, SECONDS);
        Tester tester = Tester.of(vertx, subject, Role.EMSP, OcpiVersion.V2_2_1).register();

        tester.pull("change-token", "uid", "NLVOLC00000021K");
        assertThat(tester.receives("PUT", "/tokens/NL/VOL/NLVOLC00000021K").query())
                .isEqualTo("type=OTHER");

        var answer = tester.call(
                "POST",
                "/tokens/NLVOLC00000021K/authorize?type=OTHER",
                Json.object().path("none"));
        assertThat(answer.data().path("allowed").asText())
                .as("%s", answer.body())
                .isEqualTo("ALLOWED");
        subject.close().await(10, SECONDS);
        tester.close();
    }

    @Test
    void many_can_be_started_and_leave_nothing_behind() throws Exception {
        start(Role.CPO).close().await(10, SECONDS);
        int before = Thread.activeCount();
        for (int i = 0; i < 4; i++) {
            start(i % 2 == 0 ? Role.CPO : Role.EMSP).close().await(10, SECONDS);
        }
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(before + 2);
    }

    private static SelfSubject start(Role role) throws Exception {
        return SelfSubject.start(SelfSettings.of(role, 7)).await(10, SECONDS);
    }
}
