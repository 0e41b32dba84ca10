package dev.roamlab.control;

import static dev.roamlab.control.ApiLab.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many chargers at once: fleets, drivers, drama, events, the interceptor. */
@Timeout(120)
class FleetsTest {
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
    void a_fleet_comes_is_counted_and_goes() throws Exception {
        try (EventReader events = EventReader.open(lab, "/events?group=street&type=Accepted")) {
            HttpResponse<String> created =
                    lab.post("/fleets", "{\"name\": \"street\", \"count\": 12, \"idPattern\": \"S-##\"}");
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            for (int i = 0; i < 12; i++) {
                assertThat(events.next().path("group").asText()).isEqualTo("street");
            }
        }
        JsonNode fleet = json(lab.get("/fleets/street"));
        assertThat(fleet.path("chargers").asInt()).isEqualTo(12);
        assertThat(fleet.path("accepted").asInt()).isEqualTo(12);
        assertThat(json(lab.get("/fleets")).path("fleets")).hasSize(1);
        assertThat(json(lab.get("/figures")).path("accepted").asInt()).isEqualTo(12);
        assertThat(lab.send("DELETE", "/fleets/street", "").statusCode()).isEqualTo(204);
        assertThat(lab.get("/fleets/street").statusCode()).isEqualTo(404);
        assertThat(json(lab.get("/chargers")).path("total").asInt()).isZero();
    }

    @Test
    void a_fleet_is_created_whole_or_not_at_all() throws Exception {
        lab.post("/chargers", "{\"chargePointId\": \"S-07\", \"connect\": false}");

        HttpResponse<String> refused =
                lab.post("/fleets", "{\"name\": \"street\", \"count\": 12, \"idPattern\": \"S-##\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("detail").asText()).contains("S-07");
        assertThat(json(lab.get("/chargers")).path("total").asInt()).isEqualTo(1);
        assertThat(lab.get("/fleets/street").statusCode()).isEqualTo(404);
    }

    @Test
    void drivers_come_and_go() throws Exception {
        lab.post("/fleets", "{\"name\": \"street\", \"count\": 3}");
        try (EventReader events = EventReader.open(lab, "/events?since=0")) {
            HttpResponse<String> begun = lab.send(
                    "PUT", "/fleets/street/behaviour", "{\"behaviour\": \"single-session\", \"tokens\": [\"ANNA\"]}");
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
            assertThat(events.await("BehaviourStarted").path("group").asText()).isEqualTo("street");
            assertThat(events.await("TransactionStarted").path("idToken").asText())
                    .isEqualTo("ANNA");
        }
        assertThat(json(lab.get("/fleets/street")).at("/behaviour/begun").asInt())
                .isPositive();
        assertThat(lab.send("DELETE", "/fleets/street/behaviour", "").statusCode())
                .isEqualTo(204);
        assertThat(lab.send("DELETE", "/fleets/street/behaviour", "").statusCode())
                .isEqualTo(404);
        assertThat(lab.send("PUT", "/fleets/street/behaviour", "{\"behaviour\": \"none\"}")
                        .body())
                .contains("/behaviour", "single-session");
    }

    @Test
    void drama_strikes_and_is_told() throws Exception {
        lab.post("/fleets", "{\"name\": \"street\", \"count\": 2}");
        try (EventReader events = EventReader.open(lab, "/events?since=0")) {
            events.await("Accepted");
            events.await("Accepted");
            HttpResponse<String> begun = lab.post("/dramas", "{\"kind\": \"blackout\", \"lasts\": \"30s\"}");
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            // Chargers tell for themselves, on threads of their own.
            events.awaitAll("DramaStarted", "PowerLost", "PowerRestored");
            events.await("Accepted");
        }
        assertThat(lab.post("/dramas", "{\"kind\": \"blackout\", \"delay\": \"3\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(lab.send("DELETE", "/dramas/99", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_reader_who_was_away_goes_on_where_he_stopped() throws Exception {
        for (int i = 1; i <= 4; i++) {
            lab.post("/chargers", "{\"chargePointId\": \"CP-" + i + "\", \"connect\": false}");
        }
        try (EventReader events = EventReader.open(lab, "/events?since=0")) {
            assertThat(events.next().path("id").asLong()).isEqualTo(1);
        }

        try (EventReader events = EventReader.open(lab, "/events", request -> request.header("Last-Event-ID", "2"))) {
            assertThat(events.next().path("id").asLong()).isEqualTo(3);
            assertThat(events.next().path("chargePointId").asText()).isEqualTo("CP-4");
        }
    }

    @Test
    void what_the_ring_does_not_hold_is_announced_as_missed() throws Exception {
        try (ApiLab small = new ApiLab(settings -> settings.withKeptEvents(3))) {
            for (int i = 1; i <= 8; i++) {
                small.post("/chargers", "{\"chargePointId\": \"CP-" + i + "\", \"connect\": false}");
            }
            try (EventReader events = EventReader.open(small, "/events?since=0")) {
                assertThat(events.next().path("type").asText()).isEqualTo("Missed");
                assertThat(events.next().path("id").asLong()).isEqualTo(6);
            }
        }
    }

    @Test
    void silence_is_kept_alive_by_comments() throws Exception {
        try (ApiLab lively = new ApiLab(settings -> settings.withHeartbeat(java.time.Duration.ofMillis(50)));
                EventReader events = EventReader.open(lively, "/events")) {
            String line = events.line();
            while (!line.equals(": still here")) {
                line = events.line();
            }
            assertThat(line).startsWith(":");
        }
    }

    @Test
    void a_message_can_be_held_looked_at_and_let_go() throws Exception {
        HttpResponse<String> set = lab.send(
                "PUT",
                "/interceptor/rules/boots",
                "{\"action\": \"BootNotification\", \"kind\": [\"call\"], \"hold\": true}");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        try (EventReader events = EventReader.open(lab, "/events?since=0")) {
            lab.post("/chargers", "{\"chargePointId\": \"CP-1\"}");
            events.await("Connected");
            JsonNode held = json(lab.get("/interceptor/held"));
            while (held.path("messages").isEmpty()) {
                held = json(lab.get("/interceptor/held"));
            }
            assertThat(held.at("/messages/0/text").asText()).contains("BootNotification");
            String message = held.at("/messages/0/id").asText();
            assertThat(lab.post("/interceptor/held/" + message + "/release", "").statusCode())
                    .isEqualTo(204);
            events.await("Accepted");
        }
        assertThat(json(lab.get("/interceptor/rules")).at("/rules/0/applied").asInt())
                .isPositive();
        assertThat(lab.send("DELETE", "/interceptor/rules/boots", "").statusCode())
                .isEqualTo(204);
        assertThat(lab.send("PUT", "/interceptor/rules/odd", "{\"edit\": [{\"at\": \"x\", \"to\": 1}]}")
                        .body())
                .contains("/edit/0/at");
    }
}
