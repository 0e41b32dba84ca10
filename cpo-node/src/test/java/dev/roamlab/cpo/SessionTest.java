package dev.roamlab.cpo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.cpo.FakeEmsp.Push;
import dev.roamlab.cpo.cdrs.CdrDue;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.CdrDimensionType;
import dev.roamlab.ocpi.cdrs.Cdrs;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.sessions.ChargingPreferences;
import dev.roamlab.ocpi.sessions.ProfileType;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.tariffs.TariffType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.TransactionEventRequestBuilder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A charge from plug to bill, over real HTTP and a real WebSocket. Spec: mod_sessions_flow_and_lifecycle, mod_cdrs. */
class SessionTest {
    private static final String CARD = "04A1B2C3D4E5F6";

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_charge_becomes_a_session_with_live_periods_and_a_cdr_that_adds_up(OcpiVersion version) throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            lab.emsp.push(Fixtures.aToken().build());
            ScriptedStation station = lab.station();

            assertThat(charge(lab, station)).isEqualTo(AuthorizationStatus.ACCEPTED);
            lab.until(() -> !lab.emsp.cdrs.isEmpty());

            Session session = lab.emsp
                    .list(Sessions.LIST, "date_from=2026-01-01T00:00:00Z")
                    .get(0)
                    .value();
            assertThat(session.status()).isEqualTo(SessionStatus.COMPLETED);
            assertThat(session.kwh()).isEqualByComparingTo("5");
            assertThat(session.authMethod()).isEqualTo(AuthMethod.WHITELIST);
            assertThat(session.totalCost().orElseThrow().beforeTaxes()).isEqualByComparingTo("1.5");
            assertThat(session.chargingPeriods()).hasSize(3);
            Cdr cdr = lab.emsp.cdrs.get(0).value();
            assertThat(cdr.totalCost().beforeTaxes()).isEqualByComparingTo("1.5");
            assertThat(cdr.totalCost().afterTaxes()).isEqualByComparingTo("1.815");
            assertThat(cdr.totalEnergy()).isEqualByComparingTo("5");
            assertThat(cdr.totalTime()).isEqualByComparingTo("0.75");
            assertThat(cdr.totalParkingTime().orElseThrow()).isEqualByComparingTo("0.25");
            assertThat(cdr.sessionId()).contains(session.id());
            assertThat(cdr.tariffs()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_session_goes_out_whole_once_and_then_piece_by_piece(OcpiVersion version) throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            lab.emsp.push(Fixtures.aToken().build());

            charge(lab, lab.station());
            lab.until(() -> !lab.emsp.cdrs.isEmpty());

            assertThat(lab.emsp.pushed("PUT sessions")).hasSize(1);
            List<Push> patches = lab.emsp.pushed("PATCH sessions");
            assertThat(patches)
                    .hasSize(4)
                    .allSatisfy(
                            push -> assertThat(push.body().has("last_updated")).isTrue());
            assertThat(patches)
                    .as("a period is told when it is over, or has lasted a quarter of an hour")
                    .extracting(push -> push.body().path("charging_periods").size())
                    .containsExactly(0, 1, 0, 2);
            assertThat(sum(patches, CdrDimensionType.ENERGY)).isEqualByComparingTo("5");
            assertThat(sum(patches, CdrDimensionType.TIME)).isEqualByComparingTo("0.5");
            assertThat(sum(patches, CdrDimensionType.PARKING_TIME)).isEqualByComparingTo("0.25");
            assertThat(patches.get(3).body().path("status").asText()).isEqualTo("COMPLETED");
        }
    }

    @Test
    void a_reading_that_changes_nothing_is_no_news() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            lab.emsp.push(Fixtures.aToken().build());
            ScriptedStation station = lab.station();
            station.start("t1", 1, CARD, 1000);
            lab.pass(Duration.ofMinutes(2));
            station.meter("t1", 1, 1500);
            lab.settle();
            int told = lab.emsp.pushed("PATCH sessions").size();

            lab.pass(Duration.ofMinutes(2));
            station.meter("t1", 1, 1500);
            lab.settle();

            assertThat(lab.emsp.pushed("PATCH sessions")).hasSize(told);
        }
    }

    @Test
    void after_a_patch_that_was_refused_the_whole_session_goes_by_put() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            lab.emsp.push(Fixtures.aToken().build());
            ScriptedStation station = lab.station();
            station.start("t1", 1, CARD, 1000);
            lab.settle();
            lab.emsp.patchTrouble = () -> Optional.of(OcpiException.notFound("which session?"));

            lab.pass(Duration.ofMinutes(15));
            station.meter("t1", 1, 2000);
            lab.settle();

            List<Push> puts = lab.emsp.pushed("PUT sessions");
            assertThat(puts).hasSize(2);
            assertThat(puts.get(1).body().path("charging_periods")).hasSize(1);
            assertThat(puts.get(1).body().path("kwh").decimalValue()).isEqualByComparingTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void a_charge_that_began_by_a_clock_that_was_never_set_can_be_ended_and_billed(Instant told) throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            lab.emsp.push(Fixtures.aToken().build());
            ScriptedStation station = lab.station();

            var started = station.started("t1", 1, CARD, 0, Optional.empty());
            station.say(TransactionEventRequestBuilder.builder(started)
                    .timestamp(told)
                    .build());
            lab.pass(Duration.ofMinutes(30));
            station.stop("t1", 1, 1000);

            assertThat(lab.until(() -> !lab.emsp.cdrs.isEmpty())).isTrue();
            assertThat(lab.emsp.cdrs.get(0).value().totalTime()).isEqualByComparingTo("0.5");
        }
    }

    @Test
    void a_start_that_is_told_twice_is_one_session_and_an_end_that_is_told_twice_one_cdr() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            lab.emsp.push(Fixtures.aToken().build());
            ScriptedStation station = lab.station();
            var started = station.started("t1", 1, CARD, 1000, Optional.empty());
            station.say(started);
            station.disconnect();
            station.connect();
            station.say(started);
            lab.pass(Duration.ofMinutes(30));
            var ended = station.ended("t1", 1, 3000);

            station.say(ended);
            station.say(ended);
            station.say(started);
            lab.until(() -> !lab.emsp.cdrs.isEmpty());
            lab.pass(Duration.ofMinutes(5));

            assertThat(lab.get(lab.cpo.sessions())).hasSize(1);
            assertThat(lab.emsp.cdrs).hasSize(1);
        }
    }

    @Test
    void a_transaction_goes_on_after_a_restart_of_the_node(@TempDir Path folder) throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0, new StoreLocation.Folder(folder))) {
            lab.emsp.push(Fixtures.aToken().build());
            ScriptedStation station = lab.station();
            var started = station.started("t1", 1, CARD, 1000, Optional.empty());
            station.say(started);
            lab.pass(Duration.ofMinutes(15));
            station.meter("t1", 1, 2000);
            station.disconnect();
            lab.settle();

            lab.restart();
            station.connect();
            station.say(started);
            lab.pass(Duration.ofMinutes(15));
            station.stop("t1", 1, 4000);
            lab.until(() -> !lab.emsp.cdrs.isEmpty());

            Cdr cdr = lab.emsp.cdrs.get(0).value();
            assertThat(cdr.totalEnergy()).isEqualByComparingTo("3");
            assertThat(lab.get(lab.cpo.sessions())).hasSize(1);
        }
    }

    @Test
    void a_cdr_is_repeated_after_server_errors_and_arrives_once_under_the_same_id() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_2_1)) {
            lab.emsp.push(Fixtures.aToken().build());
            AtomicInteger failures = new AtomicInteger(3);
            lab.emsp.cdrTrouble = () -> failures.getAndDecrement() > 0
                    ? Optional.of(OcpiException.http(503, "out for lunch"))
                    : Optional.empty();

            charge(lab, lab.station());
            lab.until(() -> !lab.emsp.cdrs.isEmpty());
            lab.pass(Duration.ofHours(3));

            assertThat(lab.emsp.cdrs).hasSize(1);
            CdrDue due = lab.get(lab.cpo.deliveries()).get(0);
            assertThat(due.state()).isEqualTo(CdrDue.State.DELIVERED);
            assertThat(due.attempts()).isEqualTo(4);
            assertThat(due.location()).contains("http://127.0.0.1/cdrs/" + due.cdrId());
        }
    }

    @Test
    void a_cdr_that_waits_is_delivered_after_a_restart(@TempDir Path folder) throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0, new StoreLocation.Folder(folder))) {
            lab.emsp.push(Fixtures.aToken().build());
            lab.emsp.cdrTrouble = () -> Optional.of(OcpiException.http(500, "out of order"));
            charge(lab, lab.station());
            lab.pass(Duration.ofMinutes(1));

            lab.restart();
            lab.emsp.cdrTrouble = Optional::empty;
            lab.until(() -> !lab.emsp.cdrs.isEmpty());
            lab.pass(Duration.ofHours(3));

            assertThat(lab.emsp.cdrs).hasSize(1);
        }
    }

    @Test
    void a_cdr_that_is_refused_is_not_repeated_and_needs_attention() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            lab.emsp.push(Fixtures.aToken().build());
            AtomicInteger attempts = new AtomicInteger();
            lab.emsp.cdrTrouble = () -> {
                attempts.incrementAndGet();
                return Optional.of(OcpiException.invalid("/total_cost: too dear"));
            };

            charge(lab, lab.station());
            lab.pass(Duration.ofHours(3));

            CdrDue due = lab.get(lab.cpo.deliveries()).get(0);
            assertThat(attempts).hasValue(1);
            assertThat(due.state()).isEqualTo(CdrDue.State.REFUSED);
            assertThat(due.problem().orElseThrow()).contains("too dear");
        }
    }

    @Test
    void another_emsp_sees_neither_session_nor_cdr() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            FakeEmsp other = new FakeEmsp(lab.lab, "other", "FR", "OTH");
            other.register(lab.node, OcpiVersion.V2_3_0);
            lab.emsp.push(Fixtures.aToken().build());

            charge(lab, lab.station());
            lab.until(() -> !lab.emsp.cdrs.isEmpty());

            assertThat(other.list(Sessions.LIST, "date_from=2026-01-01T00:00:00Z"))
                    .isEmpty();
            assertThat(other.list(Cdrs.LIST, "")).isEmpty();
            assertThat(other.pushed("PUT sessions")).isEmpty();
            assertThat(lab.emsp.list(Cdrs.LIST, "")).hasSize(1);
        }
    }

    @Test
    void charging_preferences_choose_among_the_connectors_profile_tariffs() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            var green = Fixtures.aTariff()
                    .id(new CiString("GREEN"))
                    .type(TariffType.PROFILE_GREEN)
                    .build();
            lab.get(lab.cpo.addTariff(Document.of(green)));
            var evse = Fixtures.anEvse()
                    .capabilities(List.of(Capability.CHARGING_PREFERENCES_CAPABLE))
                    .connectors(List.of(Fixtures.aConnector()
                            .tariffIds(List.of(new CiString("TARIFF1"), green.id()))
                            .build()))
                    .build();
            lab.get(lab.cpo.addLocation(
                    Document.of(Fixtures.aLocation().evses(List.of(evse)).build())));
            lab.get(lab.cpo.commission("LOC1", CpoLab.STATION, List.of("EVSE1")));
            lab.emsp.push(Fixtures.aToken().build());
            ScriptedStation station = lab.station();
            station.start("t1", 1, CARD, 0);
            String id = lab.get(lab.cpo.sessions()).get(0).value().id().value();

            assertThat(prefer(lab, id, ProfileType.CHEAP, true)).isEqualTo("PROFILE_TYPE_NOT_SUPPORTED");
            assertThat(prefer(lab, id, ProfileType.GREEN, false)).isEqualTo("DEPARTURE_REQUIRED");
            assertThat(prefer(lab, id, ProfileType.REGULAR, "1000")).isEqualTo("NOT_POSSIBLE");
            assertThat(prefer(lab, id, ProfileType.GREEN, true)).isEqualTo("ACCEPTED");
            lab.pass(Duration.ofMinutes(10));
            station.stop("t1", 1, 1000);
            lab.until(() -> !lab.emsp.cdrs.isEmpty());

            Cdr cdr = lab.emsp.cdrs.get(0).value();
            assertThat(cdr.chargingPeriods())
                    .last()
                    .satisfies(period -> assertThat(period.tariffId()).contains(new CiString("GREEN")));
        }
    }

    private static String prefer(CpoLab lab, String session, ProfileType profile, boolean withDetails)
            throws Exception {
        return prefer(lab, session, profile, withDetails ? "10" : "");
    }

    /** @param kwh wanted within two hours; empty text leaves open how much and until when */
    private static String prefer(CpoLab lab, String session, ProfileType profile, String kwh) throws Exception {
        boolean withDetails = !kwh.isEmpty();
        var wishes = new ChargingPreferences(
                profile,
                withDetails ? Optional.of(lab.lab.clock().instant().plusSeconds(7200)) : Optional.empty(),
                withDetails ? Optional.of(new BigDecimal(kwh)) : Optional.empty(),
                Optional.empty());
        return lab.emsp
                .ask(client ->
                        client.call(Sessions.PUT_PREFERENCES, Map.of("session_id", session), "", Document.of(wishes)))
                .data()
                .orElseThrow()
                .asText();
    }

    @Test
    void a_driver_nobody_knows_gets_no_bill() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();

            AuthorizationStatus answer = station.start("t1", 1, "NOBODY", 1000);
            station.stop("t1", 1, 1000);
            lab.pass(Duration.ofMinutes(5));

            assertThat(answer).isEqualTo(AuthorizationStatus.INVALID);
            assertThat(lab.get(lab.cpo.sessions()).get(0).value().status()).isEqualTo(SessionStatus.INVALID);
            assertThat(lab.get(lab.cpo.cdrs())).isEmpty();
            assertThat(lab.emsp.pushed("PUT sessions")).isEmpty();
        }
    }

    /** Half an hour of charging with three readings, a quarter of an hour of parking: 5 kWh. */
    private static AuthorizationStatus charge(CpoLab lab, ScriptedStation station) throws Exception {
        AuthorizationStatus answer = station.start("t1", 1, CARD, 1000);
        station.status(1, ConnectorStatus.CHARGING);
        for (long wattHours : List.of(2500L, 4500L)) {
            lab.pass(Duration.ofMinutes(10));
            station.meter("t1", 1, wattHours);
        }
        lab.pass(Duration.ofMinutes(10));
        station.status(1, ConnectorStatus.SUSPENDED_EV);
        station.meter("t1", 1, 6000);
        lab.pass(Duration.ofMinutes(15));
        station.stop("t1", 1, 6000);
        return answer;
    }

    private static BigDecimal sum(List<Push> patches, CdrDimensionType type) {
        List<BigDecimal> volumes = new ArrayList<>();
        for (Push patch : patches) {
            for (JsonNode period : patch.body().path("charging_periods")) {
                for (JsonNode dimension : period.path("dimensions")) {
                    if (dimension.path("type").asText().equals(type.name())) {
                        volumes.add(dimension.path("volume").decimalValue());
                    }
                }
            }
        }
        return volumes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
