package dev.roamlab.scenarios.operator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.testkit.ReceivedRequest;
import io.vertx.core.Vertx;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every trigger of a CPO, pulled over HTTP and seen on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CpoTriggersTest {
    private static final String CARD = "04A1B2C3D4E5F6";
    private static final String PLACE = "KAN-LIVE-1";

    private final Vertx vertx = Vertx.vertx();
    private SelfSubject subject;
    private Tester tester;

    @BeforeAll
    void register() throws Exception {
        subject = SelfSubject.start(vertx, SelfSettings.of(Role.CPO, 3)).await(10, SECONDS);
        tester = Tester.of(vertx, subject, Role.CPO, OcpiVersion.V2_3_0).register();
    }

    @AfterAll
    void close() throws Exception {
        subject.close().await(10, SECONDS);
        tester.close();
        vertx.close().await(10, SECONDS);
    }

    @Test
    void a_new_location_is_put() throws Exception {
        String id = tester.pull("add-location").path("location_id").asText();

        tester.receives("PUT", "/locations/BE/KAN/" + id);
    }

    @Test
    void a_new_name_is_patched_and_a_name_that_is_gone_brings_the_whole_location() throws Exception {
        tester.pull("change-location", "location_id", "KAN-MUSEUM", "name", "Museum of Glass");
        tester.receives(
                "PATCH", "/KAN-MUSEUM", body -> body.path("name").asText().equals("Museum of Glass"));

        tester.pull("change-location", "location_id", "KAN-MUSEUM");
        tester.receives("PUT", "/KAN-MUSEUM", body -> !body.has("name") && body.has("address"));
        assertThat(tester.get("/locations/KAN-MUSEUM").has("name")).isFalse();
    }

    @Test
    void a_status_set_by_hand_is_patched() throws Exception {
        tester.pull("set-evse-status", "location_id", "KAN-MALL", "evse_uid", "KAN-W-1", "status", "OUTOFORDER");

        tester.receives(
                "PATCH",
                "/KAN-MALL/KAN-W-1",
                body -> body.path("status").asText().equals("OUTOFORDER"));
    }

    @Test
    void an_evse_that_is_removed_is_patched() throws Exception {
        tester.pull("remove-evse", "location_id", "KAN-TAXI", "evse_uid", "KAN-T-1");

        tester.receives(
                "PATCH",
                "/KAN-TAXI/KAN-T-1",
                body -> body.path("status").asText().equals("REMOVED"));
    }

    @Test
    void a_tariff_is_put_changed_and_deleted() throws Exception {
        String id = tester.pull("add-tariff").path("tariff_id").asText();
        tester.receives("PUT", "/tariffs/BE/KAN/" + id);

        tester.pull("change-tariff", "tariff_id", id);
        tester.receives(
                "PUT",
                "/tariffs/BE/KAN/" + id,
                body -> body.at("/elements/0/price_components/0/price")
                                .decimalValue()
                                .doubleValue()
                        == 0.43);

        tester.pull("remove-tariff", "tariff_id", id);
        tester.receives("DELETE", "/tariffs/BE/KAN/" + id);
    }

    @Test
    void a_session_starts_goes_on_and_ends_with_its_cdr() throws Exception {
        JsonNode where = tester.pull("start-session", "token_uid", CARD, "location_id", PLACE, "evse_uid", "KAN-L1-1");
        assertThat(where.path("connector_id").asText()).isEqualTo("1");
        ReceivedRequest begun = tester.receives("PUT", "/sessions/", session -> isAt(session, "KAN-L1-1"));
        String id = Json.parse(begun.body()).path("id").asText();
        tester.receives("PATCH", "/sessions/BE/KAN/" + id, body -> body.has("charging_periods"));

        tester.pull("stop-session", "session_id", id);

        tester.receives("POST", "/cdrs", cdr -> cdr.path("session_id").asText().equals(id));
        tester.receives(
                "PATCH", "KAN-L1-1", body -> body.path("status").asText().equals("AVAILABLE"));
    }

    @Test
    void a_card_starts_and_stops_what_is_plugged_in() throws Exception {
        String[] spot = {"location_id", PLACE, "evse_uid", "KAN-L1-2", "connector_id", "1"};
        String[] card = {"token_uid", CARD, "location_id", PLACE, "evse_uid", "KAN-L1-2", "connector_id", "1"};
        tester.pull("plug-in", spot);
        tester.receives(
                "PATCH",
                "KAN-L1-2",
                body -> body.path("status").asText().equals("BLOCKED")
                        || body.path("status").asText().equals("CHARGING"));

        tester.pull("present-token", card);
        tester.receives("PUT", "/sessions/", session -> isAt(session, "KAN-L1-2"));
        tester.pull("present-token", card);
        tester.receives(
                "POST",
                "/cdrs",
                cdr -> cdr.at("/cdr_location/evse_uid").asText().equals("KAN-L1-2"));

        tester.pull("unplug", spot);
        tester.receives(
                "PATCH", "KAN-L1-2", body -> body.path("status").asText().equals("AVAILABLE"));
    }

    @Test
    void a_charger_without_network_is_unknown_until_it_is_back() throws Exception {
        tester.pull("take-offline", "location_id", PLACE, "evse_uid", "KAN-L1-3");
        tester.receives(
                "PATCH", "KAN-L1-3", body -> body.path("status").asText().equals("UNKNOWN"));

        tester.pull("bring-online", "location_id", PLACE, "evse_uid", "KAN-L1-3");
        tester.receives(
                "PATCH", "KAN-L1-3", body -> body.path("status").asText().equals("AVAILABLE"));
    }

    @Test
    void a_reservation_is_withdrawn() throws Exception {
        var token = tester.get("/cdrs?limit=1").at("/0/cdr_token").deepCopy();
        var reserve = Json.object()
                .put("response_url", tester.fake.baseUrl() + "/results/reserve")
                .put("expiry_date", Instant.now().plusSeconds(600).toString())
                .put("reservation_id", "RES-1")
                .put("location_id", PLACE)
                .put("evse_uid", "KAN-L1-4");
        reserve.set(
                "token",
                ((com.fasterxml.jackson.databind.node.ObjectNode) token)
                        .put("issuer", "Test Mobility")
                        .put("valid", true)
                        .put("whitelist", "NEVER")
                        .put("last_updated", "2026-11-01T00:00:00Z"));
        var answer = tester.call("POST", "/commands/RESERVE_NOW", reserve);
        assertThat(answer.data().path("result").asText())
                .as("%s", answer.body())
                .isEqualTo("ACCEPTED");
        tester.receives("POST", "/results/reserve");

        tester.pull("cancel-reservation", "reservation_id", "RES-1");

        tester.receives(
                "PATCH", "KAN-L1-4", body -> body.path("status").asText().equals("AVAILABLE"));
    }

    @Test
    void tokens_are_pulled_and_our_own_objects_fetched_back() throws Exception {
        tester.pull("pull", "module", "tokens");
        tester.receives("GET", "/tokens");

        tester.pull("fetch", "module", "locations", "id", "KAN-GARAGE");
        tester.receives("GET", "/locations/BE/KAN/KAN-GARAGE");
    }

    @Test
    void what_makes_no_sense_is_refused_with_the_reason() throws Exception {
        var missing = tester.trigger("remove-evse", Json.object().put("location_id", "KAN-MALL"));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body().path("error").asText()).isEqualTo("remove-evse: evse_uid: required, but missing");

        assertThat(tester.trigger("stop-session", Json.object().put("session_id", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(tester.trigger("change-location", Json.object().put("location_id", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(tester.trigger("pull", Json.object().put("module", "locations"))
                        .status())
                .isEqualTo(501);
        assertThat(tester.trigger("correct-cdr", Json.object().put("cdr_id", "x"))
                        .status())
                .isEqualTo(501);
        assertThat(tester.trigger("make-coffee", Json.object()).status()).isEqualTo(404);
    }

    private static boolean isAt(JsonNode session, String evse) {
        return session.path("evse_uid").asText().equals(evse);
    }
}
