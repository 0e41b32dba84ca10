package dev.roamlab.cpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.cpo.FakeEmsp.Push;
import dev.roamlab.cpo.stations.StationView;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.tariffs.Tariffs;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpp.messages.BootNotificationResponse;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.HeartbeatRequest;
import dev.roamlab.ocpp.messages.RegistrationStatus;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatus;
import dev.roamlab.ocpp.messages.firmware.FirmwareStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.LogStatusNotificationRequest;
import dev.roamlab.ocpp.messages.logs.UploadLogStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stations, and what partners see of them. Spec: mod_locations_flow_and_lifecycle. */
class StationTest {

    @Test
    void a_station_that_boots_is_accepted_and_shown() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            BootNotificationResponse answer = new ScriptedStation(lab.lab, lab.node, CpoLab.STATION)
                    .connect()
                    .boot();

            StationView view = lab.get(lab.cpo.stations()).get(0);
            assertThat(answer.status()).isEqualTo(RegistrationStatus.ACCEPTED);
            assertThat(answer.interval()).isEqualTo(300);
            assertThat(view.connected()).isTrue();
            assertThat(view.model()).contains("Wall 7");
            assertThat(view.lastSeen()).contains(lab.lab.clock().instant());
        }
    }

    @Test
    void what_stations_report_is_taken_note_of_and_passed_on() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            List<String> heard = new CopyOnWriteArrayList<>();
            lab.get(lab.cpo.onNotice((station, call) -> heard.add(station + " " + call.action())));
            ScriptedStation station = new ScriptedStation(lab.lab, lab.node, CpoLab.STATION).connect();
            station.boot();

            station.say(new FirmwareStatusNotificationRequest(FirmwareStatus.DOWNLOADING, Optional.empty()));
            station.say(new LogStatusNotificationRequest(UploadLogStatus.UPLOADED, Optional.empty()));

            assertThat(heard)
                    .containsExactly(
                            CpoLab.STATION + " FirmwareStatusNotification", CpoLab.STATION + " LogStatusNotification");
        }
    }

    @Test
    void a_station_nobody_commissioned_is_turned_away() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            assertThatThrownBy(() -> new ScriptedStation(lab.lab, lab.node, "STRANGER").connect())
                    .hasMessageContaining("404");
        }
    }

    @Test
    void the_mapping_shows_both_protocols_side_by_side() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            assertThat(lab.get(lab.cpo.mapping()))
                    .extracting(row -> row.stationId() + " " + row.evseId() + "/" + row.connectorId() + " = "
                            + row.locationId() + "/" + row.evseUid() + "/" + row.ocpiConnectorId())
                    .containsExactly("ROAM-0001 1/1 = LOC1/EVSE1/1", "ROAM-0001 2/1 = LOC1/EVSE2/1");
        }
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_new_status_is_patched_and_bumps_the_parents_last_updated(OcpiVersion version) throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            ScriptedStation station = lab.station();

            station.status(1, ConnectorStatus.AVAILABLE);
            station.status(1, ConnectorStatus.CHARGING);
            station.status(1, ConnectorStatus.CHARGING);
            lab.settle();

            List<Push> patches = lab.emsp.pushed("PATCH locations").stream()
                    .filter(push -> "EVSE1".equals(push.path().get("evse_uid")))
                    .toList();
            assertThat(patches).last().satisfies(push -> {
                assertThat(push.body().path("status").asText()).isEqualTo("CHARGING");
                assertThat(push.body().has("last_updated")).isTrue();
            });
            Location location = fetch(lab);
            Evse evse = location.evse(new CiString("EVSE1")).orElseThrow();
            assertThat(evse.status()).isEqualTo(Status.CHARGING);
            assertThat(location.lastUpdated()).isEqualTo(evse.lastUpdated()).isAfter(Fixtures.NOW);
        }
    }

    @Test
    void a_station_that_stays_away_leaves_its_evses_unknown_until_it_returns() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();
            station.status(1, ConnectorStatus.AVAILABLE);
            station.disconnect();

            lab.pass(Duration.ofMinutes(5));
            Status away = fetch(lab).evse(new CiString("EVSE1")).orElseThrow().status();
            station.connect();
            lab.settle();

            assertThat(away).isEqualTo(Status.UNKNOWN);
            assertThat(fetch(lab).evse(new CiString("EVSE1")).orElseThrow().status())
                    .isEqualTo(Status.AVAILABLE);
        }
    }

    @Test
    void a_station_that_is_connected_but_silent_is_unknown_until_it_says_something() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();
            station.status(1, ConnectorStatus.AVAILABLE);

            lab.pass(Duration.ofMinutes(12));
            StationView quiet = lab.get(lab.cpo.stations()).get(0);
            lab.pass(Duration.ofMinutes(1));
            StationView silent = lab.get(lab.cpo.stations()).get(0);
            Status away = fetch(lab).evse(new CiString("EVSE1")).orElseThrow().status();
            station.say(new HeartbeatRequest());
            lab.settle();

            assertThat(quiet.overdue()).isFalse();
            assertThat(silent.overdue()).isTrue();
            assertThat(silent.connected()).isTrue();
            assertThat(away).isEqualTo(Status.UNKNOWN);
            assertThat(lab.get(lab.cpo.stations()).get(0).overdue()).isFalse();
            assertThat(fetch(lab).evse(new CiString("EVSE1")).orElseThrow().status())
                    .isEqualTo(Status.AVAILABLE);
        }
    }

    @Test
    void heartbeats_keep_a_station_from_being_given_up() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();
            for (int i = 0; i < 6; i++) {
                lab.pass(Duration.ofMinutes(10));
                station.say(new HeartbeatRequest());
            }

            assertThat(lab.get(lab.cpo.csms()).stations().overdue()).isZero();
            assertThat(lab.get(lab.cpo.csms()).messages()).isEqualTo(7);
        }
    }

    @Test
    void stations_are_listed_page_by_page() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            for (String id : List.of("C", "A", "B")) {
                lab.get(lab.cpo.commission("LOC1", id, List.of("EVSE1")));
            }

            JsonNode begin = json(lab, "/stations?limit=3");
            JsonNode end = json(lab, begin.path("next").asText());
            List<StationView> first = lab.get(lab.cpo.stations("", 3));
            List<StationView> rest = lab.get(lab.cpo.stations(first.get(2).id(), 3));

            assertThat(first).extracting(StationView::id).containsExactly("A", "B", "C");
            assertThat(rest).extracting(StationView::id).containsExactly(CpoLab.STATION);
            assertThat(begin.path("stations")).hasSize(3);
            assertThat(end.path("stations").findValuesAsText("id")).containsExactly(CpoLab.STATION);
            assertThat(end.has("next")).isFalse();
            assertThat(json(lab, "/stations?limit=0").path("error").asText()).contains("limit: '0'");
            assertThat(json(lab, "/health").at("/csms/known").asInt()).isEqualTo(4);
        }
    }

    private static JsonNode json(CpoLab lab, String path) throws Exception {
        String url = lab.node.parts().platform().host().publicUrl() + path;
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        return Json.MAPPER.readTree(answer.body());
    }

    @Test
    void a_removed_evse_stays_and_says_so() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();

            lab.get(lab.cpo.removeEvse("LOC1", "EVSE1"));
            station.status(1, ConnectorStatus.AVAILABLE);
            lab.settle();

            assertThat(fetch(lab).evse(new CiString("EVSE1")).orElseThrow().status())
                    .isEqualTo(Status.REMOVED);
            assertThat(lab.emsp.pushed("PATCH locations"))
                    .anySatisfy(push ->
                            assertThat(push.body().path("status").asText()).isEqualTo("REMOVED"));
        }
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void tariffs_and_locations_are_pushed_and_a_deleted_tariff_is_told(OcpiVersion version) throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            lab.get(lab.cpo.addTariff(
                    Document.of(Fixtures.aTariff().id(new CiString("NIGHT")).build())));
            lab.get(lab.cpo.setTariffs("LOC1", "EVSE1", "1", List.of("NIGHT")));
            lab.get(lab.cpo.removeTariff("TARIFF1"));
            lab.get(lab.cpo.addLocation(
                    Document.of(Fixtures.aLocation().id(new CiString("LOC2")).build())));
            lab.settle();

            assertThat(lab.emsp.pushes)
                    .extracting(Push::operation)
                    .containsExactly("PUT tariffs", "PATCH locations", "DELETE tariffs", "PUT locations");
            assertThat(lab.emsp.list(Tariffs.LIST, "")).hasSize(1);
            assertThat(lab.emsp.list(Locations.LIST, "")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void location_evse_and_connector_have_urls_of_their_own(OcpiVersion version) throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            Map<String, String> path = Map.of("location_id", "loc1", "evse_uid", "evse2", "connector_id", "1");

            assertThat(fetch(lab).id()).isEqualTo(new CiString("LOC1"));
            assertThat(lab.emsp
                            .ask(client -> client.call(Locations.FETCH_EVSE, path, "")
                                    .compose(reply -> client.object(Locations.FETCH_EVSE, reply)))
                            .value()
                            .uid())
                    .isEqualTo(new CiString("EVSE2"));
            assertThat(lab.emsp
                            .ask(client -> client.call(Locations.FETCH_CONNECTOR, path, "")
                                    .compose(reply -> client.object(Locations.FETCH_CONNECTOR, reply)))
                            .value()
                            .maxAmperage())
                    .isEqualTo(32);
            assertThatThrownBy(() ->
                            lab.emsp.ask(client -> client.call(Locations.FETCH, Map.of("location_id", "NOWHERE"), "")))
                    .isInstanceOfSatisfying(
                            PartnerException.class,
                            refusal -> assertThat(refusal.httpStatus()).hasValue(404));
        }
    }

    @Test
    void thousands_of_locations_are_loaded_in_batches_and_listed_page_by_page() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            List<Document<Location>> many = IntStream.range(0, 2500)
                    .mapToObj(number -> Document.of(Fixtures.aLocation()
                            .id(new CiString("MANY-" + number))
                            .build()))
                    .toList();

            lab.get(lab.cpo.loadLocations(many));

            assertThat(lab.emsp.list(Locations.LIST, "limit=50")).hasSize(2501);
            assertThat(lab.emsp.pushed("PUT locations")).isEmpty();
        }
    }

    private static Location fetch(CpoLab lab) throws Exception {
        return lab.emsp
                .ask(client -> client.call(Locations.FETCH, Map.of("location_id", "LOC1"), "")
                        .compose(reply -> client.object(Locations.FETCH, reply)))
                .value();
    }
}
