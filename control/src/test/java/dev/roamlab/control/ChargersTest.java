package dev.roamlab.control;

import static dev.roamlab.control.ApiLab.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Chargers one by one, over real sockets. */
@Timeout(120)
class ChargersTest {
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
    void a_new_charger_has_what_was_asked_for_and_connects() throws Exception {
        try (EventReader events = EventReader.open(lab, "/events")) {
            HttpResponse<String> answer = lab.post("/chargers", """
                    {"chargePointId": "CP-1", "type": "dc-300", "serialNumber": "S-7", "catalogueNumber": "K-9",
                     "vendor": "Own", "model": "One", "ratedVolts": 500, "ratedAmps": 200, "maxAmps": 100,
                     "powerKw": 90, "group": "street"}""");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/chargers/CP-1");
            events.await("Accepted");
        }
        JsonNode charger = json(lab.get("/chargers/CP-1"));
        assertThat(charger.toString())
                .contains("\"type\":\"dc-300\"", "\"serialNumber\":\"S-7\"", "\"catalogueNumber\":\"K-9\"")
                .contains("\"vendor\":\"Own\"", "\"model\":\"One\"", "\"ratedVolts\":500", "\"ratedAmps\":200")
                .contains("\"maxAmps\":100.0", "\"powerKw\":90.0", "\"group\":\"street\"")
                .contains("\"connection\":\"Accepted\"", "\"ocppVersion\":\"1.6\"");
    }

    @Test
    void a_taken_id_is_a_conflict_that_names_it() throws Exception {
        lab.post("/chargers", "{\"chargePointId\": \"CP-1\"}");

        HttpResponse<String> again = lab.post("/chargers", "{\"chargePointId\": \"CP-1\"}");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).path("detail").asText()).contains("CP-1").contains("taken");
        assertThat(json(lab.get("/chargers")).path("total").asInt()).isEqualTo(1);
    }

    @Test
    void a_charge_from_plug_to_unplug() throws Exception {
        create("CP-1", "post-22-twin");
        try (EventReader events = EventReader.open(lab, "/events?chargePointId=CP-1&since=0")) {
            events.await("Accepted");
            JsonNode started = json(lab.post(
                    "/chargers/CP-1/start", "{\"idToken\": \"ANNA\", \"connector\": 2, \"stateOfCharge\": 40}"));
            assertThat(started.at("/connectors/1/plugged").asBoolean()).isTrue();
            JsonNode begun = events.await("TransactionStarted");
            assertThat(begun.path("idToken").asText()).isEqualTo("ANNA");
            assertThat(begun.path("connector").asInt()).isEqualTo(2);
            events.await("MeterValues");
            JsonNode meters = json(lab.get("/chargers/CP-1/meter-values"));
            assertThat(meters.at("/readings/1/powerW").asDouble()).isPositive();
            assertThat(lab.post("/chargers/CP-1/stop", "").statusCode()).isEqualTo(200);
            assertThat(events.await("TransactionEnded").path("energyWh").asLong())
                    .isPositive();
            assertThat(lab.post("/chargers/CP-1/unplug", "{\"connector\": 2}").statusCode())
                    .isEqualTo(200);
            events.await("Unplugged");
        }
    }

    @Test
    void what_cannot_happen_is_refused_in_words() throws Exception {
        create("CP-1", "post-22-twin");

        assertThat(refusal("unplug", "{}")).contains("409", "connector 1 has no cable in");
        lab.post("/chargers/CP-1/plug-in", "");
        assertThat(refusal("plug-in", "")).contains("409", "has a cable in already");
        assertThat(refusal("plug-in", "{\"connector\": 3}")).contains("400", "/connector: 3, must be from 1 to 2");
        assertThat(refusal("stop", "")).contains("409", "no transaction under way");
        assertThat(refusal("switch-on", "")).contains("409", "switched on already");
        lab.post("/chargers/CP-1/switch-off", "");
        assertThat(refusal("present-token", "{\"idToken\": \"ANNA\"}")).contains("409", "does not run");
        assertThat(lab.post("/chargers/CP-1/switch-on", "").statusCode()).isEqualTo(200);
    }

    @Test
    void faults_and_availability_show_in_the_status() throws Exception {
        create("CP-1", "post-22-twin");
        try (EventReader events = EventReader.open(lab, "/events?since=0")) {
            events.await("Accepted");
        }

        JsonNode broken =
                json(lab.post("/chargers/CP-1/fault", "{\"connector\": 1, \"errorCode\": \"GroundFailure\"}"));
        assertThat(broken.at("/connectors/0/status").asText()).isEqualTo("Faulted");
        assertThat(broken.at("/connectors/0/errorCode").asText()).isEqualTo("GroundFailure");
        JsonNode mended = json(lab.post("/chargers/CP-1/clear", "{\"connector\": 1}"));
        assertThat(mended.at("/connectors/0/status").asText()).isEqualTo("Available");
        JsonNode closed = json(lab.post("/chargers/CP-1/availability", "{\"available\": false, \"connector\": 2}"));
        assertThat(closed.at("/connectors/1/status").asText()).isEqualTo("Unavailable");
        assertThat(closed.at("/connectors/0/status").asText()).isEqualTo("Available");
    }

    @Test
    void a_change_takes_effect_and_what_is_not_named_stays() throws Exception {
        create("CP-1", "post-22-twin");

        JsonNode changed = json(lab.send(
                "PATCH", "/chargers/CP-1", "{\"chargePointId\": \"CP-2\", \"vendor\": \"New\", \"group\": \"depot\"}"));

        assertThat(changed.path("chargePointId").asText()).isEqualTo("CP-2");
        assertThat(changed.path("vendor").asText()).isEqualTo("New");
        assertThat(changed.path("type").asText()).isEqualTo("post-22-twin");
        assertThat(lab.get("/chargers/CP-1").statusCode()).isEqualTo(404);
        JsonNode limited = json(lab.send("PATCH", "/chargers/CP-2", "{\"maxAmps\": 6, \"group\": \"\"}"));
        assertThat(limited.path("maxAmps").asDouble()).isEqualTo(6);
        assertThat(limited.has("group")).isFalse();
    }

    @Test
    void a_removed_charger_is_gone() throws Exception {
        create("CP-1", "post-22-twin");

        assertThat(lab.send("DELETE", "/chargers/CP-1", "").statusCode()).isEqualTo(204);
        assertThat(lab.get("/chargers/CP-1").statusCode()).isEqualTo(404);
        assertThat(lab.send("DELETE", "/chargers/CP-1", "").statusCode()).isEqualTo(404);
        assertThat(create("CP-1", "dc-300").statusCode()).isEqualTo(201);
    }

    @Test
    void pages_lead_through_all_of_them_once() throws Exception {
        lab.post("/fleets", "{\"name\": \"many\", \"count\": 23, \"idPattern\": \"M-##\", \"connect\": false}");
        create("Z-1", "dc-300");

        List<String> seen = new ArrayList<>();
        String url = "/chargers?limit=10&group=many";
        while (!url.isEmpty()) {
            HttpResponse<String> page = lab.get(url);
            json(page)
                    .path("chargers")
                    .forEach(each -> seen.add(each.path("chargePointId").asText()));
            url = page.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceAll("<(.*)>.*", "$1"))
                    .orElse("");
        }

        assertThat(seen).hasSize(23).doesNotHaveDuplicates().isSorted();
        JsonNode first = json(lab.get("/chargers?idPrefix=Z"));
        assertThat(StreamSupport.stream(first.path("chargers").spliterator(), false))
                .hasSize(1);
    }

    private HttpResponse<String> create(String id, String type) throws Exception {
        return lab.post("/chargers", "{\"chargePointId\": \"" + id + "\", \"type\": \"" + type + "\"}");
    }

    private String refusal(String verb, String body) throws Exception {
        HttpResponse<String> answer = lab.post("/chargers/CP-1/" + verb, body);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return answer.statusCode() + " " + json(answer).path("detail").asText();
    }
}
