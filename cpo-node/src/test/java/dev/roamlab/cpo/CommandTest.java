package dev.roamlab.cpo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.commands.CancelReservation;
import dev.roamlab.ocpi.commands.CommandResponse;
import dev.roamlab.ocpi.commands.CommandResponseType;
import dev.roamlab.ocpi.commands.CommandResultType;
import dev.roamlab.ocpi.commands.Commands;
import dev.roamlab.ocpi.commands.ReserveNow;
import dev.roamlab.ocpi.commands.StartSessionBuilder;
import dev.roamlab.ocpi.commands.StopSession;
import dev.roamlab.ocpi.commands.UnlockConnector;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.ReservationRestrictionType;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictionsBuilder;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpp.messages.CancelReservationRequest;
import dev.roamlab.ocpp.messages.CancelReservationResponse;
import dev.roamlab.ocpp.messages.CancelReservationStatus;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import dev.roamlab.ocpp.messages.RequestStopTransactionResponse;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.ReserveNowResponse;
import dev.roamlab.ocpp.messages.ReserveNowStatus;
import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.TransactionEventRequestBuilder;
import dev.roamlab.ocpp.messages.UnlockConnectorResponse;
import dev.roamlab.ocpp.messages.UnlockStatus;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What eMSPs ask of stations. Spec: mod_commands_flow. */
class CommandTest {
    private static final String CARD = "04A1B2C3D4E5F6";

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_start_is_promised_at_once_told_later_and_becomes_a_session_of_the_commands_token(OcpiVersion version)
            throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            ScriptedStation station = lab.station();
            answer(station, startAnswer(RequestStartStopStatus.ACCEPTED));

            CommandResponse response = lab.emsp.command(
                    Commands.START_SESSION,
                    start(lab).authorizationReference(new CiString("REF-1")).build());
            lab.settle();
            station.start("t1", 1, CARD, 0);
            lab.pass(Duration.ofMinutes(10));
            station.stop("t1", 1, 1000);
            lab.until(() -> !lab.emsp.cdrs.isEmpty());

            assertThat(response.result()).isEqualTo(CommandResponseType.ACCEPTED);
            assertThat(response.timeout()).isEqualTo(30);
            assertThat(lab.emsp.results).containsExactly(CommandResultType.ACCEPTED);
            Cdr cdr = lab.emsp.cdrs.get(0).value();
            assertThat(cdr.authMethod()).isEqualTo(AuthMethod.COMMAND);
            assertThat(cdr.authorizationReference()).contains(new CiString("REF-1"));
            assertThat(cdr.cdrToken().uid()).isEqualTo(new CiString(CARD));
        }
    }

    @Test
    void the_result_goes_to_exactly_the_url_of_the_command() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            answer(lab.station(), startAnswer(RequestStartStopStatus.ACCEPTED));

            lab.emsp.command(
                    Commands.START_SESSION,
                    start(lab)
                            .responseUrl(lab.emsp.resultUrl("ANY/thing?id=1&x=a%2Fb"))
                            .build());
            lab.settle();

            assertThat(lab.lab.exchanges())
                    .anySatisfy(exchange -> assertThat(exchange.request().line())
                            .isEqualTo("POST " + lab.emsp.resultUrl("ANY/thing?id=1&x=a%2Fb")));
        }
    }

    @ParameterizedTest
    @CsvSource({"REJECTED,FAILED", "NOT_IMPLEMENTED,NOT_SUPPORTED", "INTERNAL_ERROR,FAILED"})
    void a_station_that_will_not_start_is_reported(String said, CommandResultType expected) throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();
            station.answers = call -> said.equals("REJECTED")
                    ? Future.succeededFuture(startAnswer(RequestStartStopStatus.REJECTED))
                    : Future.failedFuture(new OcppCallException(RpcErrorCode.valueOf(said), "no"));

            lab.emsp.command(Commands.START_SESSION, start(lab).build());
            lab.settle();

            assertThat(lab.emsp.results).containsExactly(expected);
        }
    }

    @Test
    void a_station_that_does_not_answer_is_reported_as_timeout_and_only_once() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            lab.station().vanishWhenAsked();

            lab.emsp.command(Commands.START_SESSION, start(lab).build());
            lab.pass(Duration.ofMinutes(2));

            assertThat(lab.emsp.results).containsExactly(CommandResultType.TIMEOUT);
        }
    }

    @Test
    void an_evse_in_use_is_occupied_and_a_broken_one_inoperative() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            lab.emsp.push(Fixtures.aToken().build());
            ScriptedStation station = lab.station();
            station.start("t1", 1, CARD, 0);
            station.status(2, ConnectorStatus.FAULTED);

            lab.emsp.command(Commands.START_SESSION, start(lab).build());
            lab.settle();
            lab.emsp.command(
                    Commands.START_SESSION,
                    start(lab).evseUid(new CiString("EVSE2")).build());
            lab.settle();

            assertThat(lab.emsp.results)
                    .containsExactly(CommandResultType.EVSE_OCCUPIED, CommandResultType.EVSE_INOPERATIVE);
            assertThat(station.asked).isEmpty();
        }
    }

    @Test
    void what_cannot_be_passed_on_is_refused_at_once_and_no_result_follows() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();

            assertThat(status(lab, start(lab).locationId(new CiString("LAB-NO-LOCATION"))))
                    .isEqualTo(2003);
            assertThat(status(lab, start(lab).evseUid(new CiString("LAB-NO-EVSE"))))
                    .isEqualTo(2001);
            assertThat(status(lab, start(lab).connectorId(new CiString("LAB-NO-CONNECTOR"))))
                    .isEqualTo(2001);
            assertThat(status(
                            lab,
                            start(lab)
                                    .token(Fixtures.aToken()
                                            .countryCode(new CountryCode("FR"))
                                            .partyId(new PartyId("XXX"))
                                            .build())))
                    .isEqualTo(2001);
            assertThat(lab.emsp
                            .command(
                                    Commands.STOP_SESSION,
                                    new StopSession(
                                            lab.emsp.resultUrl("STOP_SESSION/1"), new CiString("LAB-NO-SESSION")))
                            .result())
                    .isEqualTo(CommandResponseType.UNKNOWN_SESSION);
            station.disconnect();
            lab.settle();
            assertThat(lab.emsp
                            .command(Commands.START_SESSION, start(lab).build())
                            .result())
                    .isEqualTo(CommandResponseType.REJECTED);
            lab.pass(Duration.ofMinutes(2));

            assertThat(lab.emsp.results).isEmpty();
        }
    }

    @Test
    void a_start_without_evse_goes_to_one_that_is_free() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            lab.emsp.push(Fixtures.aToken().build());
            ScriptedStation station = lab.station();
            station.start("t1", 1, CARD, 0);
            station.status(1, ConnectorStatus.CHARGING);
            answer(station, startAnswer(RequestStartStopStatus.ACCEPTED));

            lab.emsp.command(
                    Commands.START_SESSION,
                    StartSessionBuilder.builder(start(lab).build())
                            .evseUid(Optional.empty())
                            .connectorId(Optional.empty())
                            .build());
            lab.settle();

            assertThat(lab.emsp.results).containsExactly(CommandResultType.ACCEPTED);
            var request = (RequestStartTransactionRequest) station.asked.get(0);
            assertThat(request.evse().orElseThrow().id()).isEqualTo(2);
        }
    }

    @Test
    void a_session_is_stopped_for_its_own_emsp_only() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            FakeEmsp other = new FakeEmsp(lab.lab, "other", "FR", "OTH");
            other.register(lab.node, OcpiVersion.V2_3_0);
            lab.emsp.push(Fixtures.aToken().build());
            ScriptedStation station = lab.station();
            station.start("t1", 1, CARD, 0);
            answer(station, new RequestStopTransactionResponse(RequestStartStopStatus.ACCEPTED));
            CiString id = lab.get(lab.cpo.sessions()).get(0).value().id();

            var foreign = other.command(Commands.STOP_SESSION, new StopSession(other.resultUrl("STOP_SESSION/1"), id));
            var own =
                    lab.emsp.command(Commands.STOP_SESSION, new StopSession(lab.emsp.resultUrl("STOP_SESSION/1"), id));
            lab.settle();

            assertThat(foreign.result()).isEqualTo(CommandResponseType.UNKNOWN_SESSION);
            assertThat(own.result()).isEqualTo(CommandResponseType.ACCEPTED);
            assertThat(lab.emsp.results).containsExactly(CommandResultType.ACCEPTED);
            assertThat(station.asked).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"UNLOCKED,ACCEPTED", "UNLOCK_FAILED,FAILED", "NOT_SUPPORTED,NOT_SUPPORTED"})
    void an_unlocking_is_reported(UnlockStatus said, CommandResultType expected) throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            answer(lab.station(), new UnlockConnectorResponse(said));

            lab.emsp.command(
                    Commands.UNLOCK_CONNECTOR,
                    new UnlockConnector(
                            lab.emsp.resultUrl("UNLOCK_CONNECTOR/1"),
                            new CiString("LOC1"),
                            new CiString("EVSE1"),
                            new CiString("1")));
            lab.settle();

            assertThat(lab.emsp.results).containsExactly(expected);
        }
    }

    // --- reservations ---

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_reservation_is_a_session_that_becomes_the_charge(OcpiVersion version) throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            ScriptedStation station = lab.station();
            answer(station, new ReserveNowResponse(ReserveNowStatus.ACCEPTED));

            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();
            Session reserved = lab.get(lab.cpo.sessions()).get(0).value();
            int number = ((ReserveNowRequest) station.asked.get(0)).id();
            lab.pass(Duration.ofMinutes(10));
            station.say(station.started("t1", 1, CARD, 0, Optional.of(number)));
            lab.pass(Duration.ofMinutes(10));
            station.stop("t1", 1, 1000);
            lab.until(() -> !lab.emsp.cdrs.isEmpty());

            assertThat(reserved.status()).isEqualTo(SessionStatus.RESERVATION);
            assertThat(reserved.kwh()).isEqualByComparingTo("0");
            Session charged = lab.get(lab.cpo.sessions()).get(0).value();
            assertThat(charged.id()).isEqualTo(reserved.id());
            assertThat(charged.status()).isEqualTo(SessionStatus.COMPLETED);
            Cdr cdr = lab.emsp.cdrs.get(0).value();
            assertThat(cdr.startDateTime()).isEqualTo(reserved.startDateTime());
            assertThat(cdr.totalTime()).isEqualByComparingTo("0.1667");
        }
    }

    @ParameterizedTest
    @CsvSource({"ALWAYS,true,WHITELIST", "ALLOWED,true,WHITELIST", "ALLOWED,false,COMMAND", "NEVER,true,COMMAND"})
    void the_last_method_counts_when_a_card_is_presented_for_a_reservation(
            WhitelistType whitelist, boolean valid, AuthMethod expected) throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();
            answer(station, new ReserveNowResponse(ReserveNowStatus.ACCEPTED));
            lab.emsp.push(Fixtures.aToken().whitelist(whitelist).valid(valid).build());
            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();
            int number = ((ReserveNowRequest) station.asked.get(0)).id();

            station.say(station.started("t1", 1, CARD, 0, Optional.of(number)));
            lab.pass(Duration.ofMinutes(10));
            station.stop("t1", 1, 1000);
            lab.until(() -> !lab.emsp.cdrs.isEmpty());

            assertThat(lab.emsp.cdrs.get(0).value().authMethod()).isEqualTo(expected);
        }
    }

    @Test
    void a_station_whose_clock_is_slow_can_end_what_it_started_before_it_was_reserved() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();
            answer(station, new ReserveNowResponse(ReserveNowStatus.ACCEPTED));
            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();
            int number = ((ReserveNowRequest) station.asked.get(0)).id();
            var started = station.started("t1", 1, CARD, 0, Optional.of(number));

            station.say(TransactionEventRequestBuilder.builder(started)
                    .timestamp(started.timestamp().minusSeconds(60))
                    .build());
            lab.pass(Duration.ofMinutes(10));
            station.stop("t1", 1, 1000);

            assertThat(lab.until(() -> !lab.emsp.cdrs.isEmpty())).isTrue();
        }
    }

    @Test
    void a_reservation_nobody_came_for_ends_and_costs_what_the_tariff_says() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            var component = new PriceComponent(
                    TariffDimensionType.FLAT, new BigDecimal("2"), Optional.of(new BigDecimal("21")), 1);
            var expired = new TariffElement(
                    List.of(component),
                    Optional.of(TariffRestrictionsBuilder.builder()
                            .reservation(ReservationRestrictionType.RESERVATION_EXPIRES)
                            .build()));
            lab.get(lab.cpo.addTariff(
                    Document.of(Fixtures.aTariff().elements(List.of(expired)).build())));
            answer(lab.station(), new ReserveNowResponse(ReserveNowStatus.ACCEPTED));

            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();
            lab.pass(Duration.ofMinutes(45));

            assertThat(lab.get(lab.cpo.sessions()).get(0).value().status()).isEqualTo(SessionStatus.COMPLETED);
            assertThat(lab.emsp.cdrs).hasSize(1);
            assertThat(lab.emsp
                            .cdrs
                            .get(0)
                            .value()
                            .totalReservationCost()
                            .orElseThrow()
                            .beforeTaxes())
                    .isEqualByComparingTo("2");
            assertThat(lab.get(lab.cpo.reservations())).isEmpty();
        }
    }

    @Test
    void a_reservation_expires_although_the_node_was_restarted(@TempDir Path folder) throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0, new StoreLocation.Folder(folder))) {
            answer(lab.station(), new ReserveNowResponse(ReserveNowStatus.ACCEPTED));
            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();

            lab.restart();
            int before = lab.get(lab.cpo.reservations()).size();
            lab.pass(Duration.ofMinutes(45));

            assertThat(before).isEqualTo(1);
            assertThat(lab.get(lab.cpo.reservations())).isEmpty();
            assertThat(lab.get(lab.cpo.sessions()).get(0).value().status()).isEqualTo(SessionStatus.COMPLETED);
        }
    }

    @Test
    void equal_reservation_ids_of_two_emsps_are_two_reservations_with_numbers_of_our_own() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            FakeEmsp other = new FakeEmsp(lab.lab, "other", "FR", "OTH");
            other.register(lab.node, OcpiVersion.V2_3_0);
            ScriptedStation station = lab.station();
            station.answers = call -> Future.succeededFuture(
                    call instanceof CancelReservationRequest
                            ? new CancelReservationResponse(CancelReservationStatus.ACCEPTED)
                            : new ReserveNowResponse(ReserveNowStatus.ACCEPTED));
            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();

            other.command(
                    Commands.CANCEL_RESERVATION,
                    new CancelReservation(other.resultUrl("CANCEL_RESERVATION/1"), new CiString("R1")));
            lab.settle();
            assertThat(other.results).containsExactly(CommandResultType.UNKNOWN_RESERVATION);
            assertThat(lab.get(lab.cpo.reservations())).hasSize(1);

            lab.emsp.command(
                    Commands.CANCEL_RESERVATION,
                    new CancelReservation(lab.emsp.resultUrl("CANCEL_RESERVATION/1"), new CiString("R1")));
            lab.settle();
            assertThat(lab.emsp.results).containsExactly(CommandResultType.ACCEPTED, CommandResultType.ACCEPTED);
            assertThat(lab.get(lab.cpo.reservations())).isEmpty();
            assertThat(lab.get(lab.cpo.sessions()).get(0).value().status()).isEqualTo(SessionStatus.COMPLETED);
        }
    }

    @Test
    void a_cancellation_at_a_station_that_is_away_fails_and_the_reservation_stands() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();
            answer(station, new ReserveNowResponse(ReserveNowStatus.ACCEPTED));
            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();
            station.disconnect();
            lab.settle();

            lab.emsp.command(
                    Commands.CANCEL_RESERVATION,
                    new CancelReservation(lab.emsp.resultUrl("CANCEL_RESERVATION/1"), new CiString("R1")));
            lab.settle();

            assertThat(lab.emsp.results).containsExactly(CommandResultType.ACCEPTED, CommandResultType.FAILED);
            assertThat(lab.get(lab.cpo.reservations())).hasSize(1);
        }
    }

    @Test
    void the_same_reservation_id_replaces_the_reservation() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();
            answer(station, new ReserveNowResponse(ReserveNowStatus.ACCEPTED));

            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();
            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();

            assertThat(station.asked.stream()
                            .map(call -> ((ReserveNowRequest) call).id())
                            .distinct())
                    .hasSize(1);
            assertThat(lab.get(lab.cpo.reservations())).hasSize(1);
            assertThat(lab.get(lab.cpo.sessions())).hasSize(1);
        }
    }

    @Test
    void a_reservation_that_we_cannot_keep_is_told_where_it_was_asked_for() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            ScriptedStation station = lab.station();
            answer(station, new ReserveNowResponse(ReserveNowStatus.ACCEPTED));
            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();
            answer(station, new CancelReservationResponse(CancelReservationStatus.ACCEPTED));

            station.status(1, ConnectorStatus.FAULTED);
            lab.settle();

            assertThat(lab.emsp.results)
                    .containsExactly(CommandResultType.ACCEPTED, CommandResultType.CANCELED_RESERVATION);
            assertThat(lab.emsp.resultUrls.stream().distinct()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OCCUPIED,EVSE_OCCUPIED",
        "FAULTED,EVSE_INOPERATIVE",
        "UNAVAILABLE,EVSE_INOPERATIVE",
        "REJECTED,REJECTED"
    })
    void a_station_that_will_not_reserve_is_reported(ReserveNowStatus said, CommandResultType expected)
            throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            answer(lab.station(), new ReserveNowResponse(said));

            lab.emsp.command(Commands.RESERVE_NOW, reserve(lab, "R1", "EVSE1"));
            lab.settle();

            assertThat(lab.emsp.results).containsExactly(expected);
            assertThat(lab.get(lab.cpo.sessions())).isEmpty();
        }
    }

    private static StartSessionBuilder start(CpoLab lab) {
        return Fixtures.aStartSession().responseUrl(lab.emsp.resultUrl("START_SESSION/1"));
    }

    private static ReserveNow reserve(CpoLab lab, String id, String evse) {
        return Fixtures.aReserveNow()
                .responseUrl(lab.emsp.resultUrl("RESERVE_NOW/" + id))
                .reservationId(new CiString(id))
                .evseUid(new CiString(evse))
                .expiryDate(lab.lab.clock().instant().plus(Duration.ofMinutes(30)))
                .build();
    }

    private static int status(CpoLab lab, StartSessionBuilder command) throws Exception {
        try {
            lab.emsp.command(Commands.START_SESSION, command.build());
            return 1000;
        } catch (PartnerException refusal) {
            return refusal.statusCode().orElse(0);
        }
    }

    private static Response startAnswer(RequestStartStopStatus status) {
        return new RequestStartTransactionResponse(status, Optional.empty());
    }

    private static void answer(ScriptedStation station, Response response) {
        station.answers = call -> Future.succeededFuture(response);
    }
}
