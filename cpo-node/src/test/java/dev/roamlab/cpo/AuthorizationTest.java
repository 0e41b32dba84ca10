package dev.roamlab.cpo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.commands.Commands;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.tokens.AllowedType;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionResponse;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may charge. Spec: mod_tokens_whitelisttype_enum, mod_tokens_post_method. */
class AuthorizationTest {
    private static final String CARD = "04A1B2C3D4E5F6";

    /** TOK-082 to TOK-089. The eMSP says yes, says no, or fails. */
    @ParameterizedTest(name = "{0}, valid {1}, eMSP {2}: asked {3}, {4}")
    @CsvSource({
        "ALWAYS,          true,  no,     false, ACCEPTED",
        "ALWAYS,          false, yes,    false, BLOCKED",
        "ALLOWED,         true,  no,     false, ACCEPTED",
        "ALLOWED,         false, yes,    true,  ACCEPTED",
        "ALLOWED,         false, no,     true,  BLOCKED",
        "ALLOWED,         false, silent, true,  BLOCKED",
        "ALLOWED_OFFLINE, true,  yes,    true,  ACCEPTED",
        "ALLOWED_OFFLINE, true,  no,     true,  BLOCKED",
        "ALLOWED_OFFLINE, true,  silent, true,  ACCEPTED",
        "ALLOWED_OFFLINE, false, silent, true,  BLOCKED",
        "NEVER,           true,  yes,    true,  ACCEPTED",
        "NEVER,           false, yes,    true,  ACCEPTED",
        "NEVER,           true,  no,     true,  BLOCKED",
        "NEVER,           true,  silent, true,  BLOCKED",
    })
    void the_whitelist_says_who_decides(
            WhitelistType whitelist, boolean valid, String emsp, boolean asked, AuthorizationStatus expected)
            throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            Token token = Fixtures.aToken().whitelist(whitelist).valid(valid).build();
            lab.emsp.push(token);
            switch (emsp) {
                case "yes" -> lab.emsp.allow(token, Optional.empty(), List.of());
                case "no" -> lab.emsp.say(AllowedType.BLOCKED, token);
                default ->
                    lab.emsp.authorization = call -> {
                        throw OcpiException.http(503, "asleep");
                    };
            }

            AuthorizationStatus answer = lab.station().authorize(CARD);

            assertThat(answer).isEqualTo(expected);
            assertThat(lab.emsp.questions).hasSize(asked ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"BLOCKED,BLOCKED", "EXPIRED,EXPIRED", "NO_CREDIT,BLOCKED", "NOT_ALLOWED,BLOCKED"})
    void the_station_hears_why_a_driver_may_not_charge(AllowedType allowed, AuthorizationStatus expected)
            throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            lab.emsp.say(allowed, Fixtures.aToken().build());

            assertThat(lab.station().authorize(CARD)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void the_question_names_location_and_evses_and_the_type_of_the_token(OcpiVersion version) throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            lab.emsp.allow(Fixtures.aToken().build(), Optional.empty(), List.of());

            assertThat(lab.station().authorize(CARD)).isEqualTo(AuthorizationStatus.ACCEPTED);

            var question = lab.emsp.questions.get(0);
            assertThat(question.segment("token_uid")).isEqualTo(CARD);
            assertThat(question.query().get("type")).isEqualTo("RFID");
            assertThat(question.object().value().locationId()).isEqualTo(new CiString("LOC1"));
            assertThat(question.object().value().evseUids())
                    .containsExactly(new CiString("EVSE1"), new CiString("EVSE2"));
        }
    }

    @Test
    void a_token_that_nobody_pushed_is_asked_about_at_one_emsp_after_the_other() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            FakeEmsp other = new FakeEmsp(lab.lab, "other", "FR", "OTH");
            other.register(lab.node, OcpiVersion.V2_3_0);
            other.allow(
                    Fixtures.aToken()
                            .countryCode(new dev.roamlab.ocpi.types.CountryCode("FR"))
                            .partyId(new dev.roamlab.ocpi.types.PartyId("OTH"))
                            .build(),
                    Optional.empty(),
                    List.of());

            AuthorizationStatus answer = lab.station().authorize(CARD);

            assertThat(answer).isEqualTo(AuthorizationStatus.ACCEPTED);
            assertThat(lab.emsp.questions).hasSize(1);
            assertThat(other.questions).hasSize(1);
        }
    }

    @Test
    void one_use_is_asked_about_once_and_its_reference_comes_back_in_session_and_cdr() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            Token token = Fixtures.aToken().whitelist(WhitelistType.NEVER).build();
            lab.emsp.push(token);
            lab.emsp.allow(token, Optional.of("REF-7"), List.of());
            ScriptedStation station = lab.station();

            station.authorize(CARD);
            station.start("t1", 1, CARD, 0);
            lab.pass(Duration.ofMinutes(20));
            station.authorize(CARD);
            station.stop("t1", 1, 1000);
            lab.until(() -> !lab.emsp.cdrs.isEmpty());

            assertThat(lab.emsp.questions).hasSize(1);
            Session session = lab.get(lab.cpo.sessions()).get(0).value();
            Cdr cdr = lab.emsp.cdrs.get(0).value();
            assertThat(session.authorizationReference()).contains(new CiString("REF-7"));
            assertThat(cdr.authorizationReference()).contains(new CiString("REF-7"));
            assertThat(cdr.authMethod()).isEqualTo(AuthMethod.AUTH_REQUEST);
        }
    }

    @Test
    void the_driver_charges_only_where_the_emsp_allows_it() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            lab.emsp.allow(Fixtures.aToken().build(), Optional.empty(), List.of("EVSE2"));
            ScriptedStation station = lab.station();

            station.authorize(CARD);
            AuthorizationStatus elsewhere = station.start("t1", 1, CARD, 0);
            station.stop("t1", 1, 0);
            station.authorize(CARD);
            AuthorizationStatus there = station.start("t2", 2, CARD, 0);

            assertThat(elsewhere).isNotEqualTo(AuthorizationStatus.ACCEPTED);
            assertThat(there).isEqualTo(AuthorizationStatus.ACCEPTED);
        }
    }

    /** CMD-008, CMD-009, CMD-064, CMD-065. */
    @ParameterizedTest
    @CsvSource({"RFID,14,0", "RFID,16,1", "APP_USER,14,0", "APP_USER,600,0"})
    void the_emsp_is_not_asked_about_a_token_it_has_just_sent(String type, long minutes, int questions)
            throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            Token token = Fixtures.aToken()
                    .type(new TokenType(type))
                    .whitelist(WhitelistType.NEVER)
                    .build();
            ScriptedStation station = lab.station();
            station.answers = call -> Future.succeededFuture(
                    new RequestStartTransactionResponse(RequestStartStopStatus.ACCEPTED, Optional.empty()));
            lab.emsp.command(
                    Commands.START_SESSION,
                    Fixtures.aStartSession()
                            .token(token)
                            .responseUrl(lab.emsp.resultUrl("START_SESSION/1"))
                            .build());
            lab.settle();

            lab.pass(Duration.ofMinutes(minutes));
            station.authorize(CARD);

            assertThat(lab.emsp.questions).hasSize(questions);
        }
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void tokens_are_kept_by_type_and_changed_by_patch(OcpiVersion version) throws Exception {
        try (CpoLab lab = new CpoLab(version)) {
            Token card = Fixtures.aToken().build();
            lab.emsp.push(card);
            lab.emsp.push(Fixtures.aToken().type(TokenType.APP_USER).build());
            Map<String, String> path =
                    Map.of("country_code", "de", "party_id", "msp", "token_uid", CARD.toLowerCase(Locale.ROOT));

            lab.emsp.ask(client -> client.patch(
                    Tokens.PATCH,
                    path,
                    "type=APP_USER",
                    Json.object().put("valid", false).put("last_updated", "2026-11-21T10:00:00Z")));

            assertThat(stored(lab, path, "").valid()).isTrue();
            assertThat(stored(lab, path, "type=APP_USER").valid()).isFalse();
            assertThatThrownBy(() -> stored(lab, path, "type=OTHER"))
                    .isInstanceOfSatisfying(
                            PartnerException.class,
                            refusal -> assertThat(refusal.httpStatus()).hasValue(404));
        }
    }

    @Test
    void a_token_of_another_type_or_uid_than_its_url_says_is_refused_with_2001() throws Exception {
        try (CpoLab lab = new CpoLab(OcpiVersion.V2_3_0)) {
            Map<String, String> path = Map.of("country_code", "DE", "party_id", "MSP", "token_uid", CARD);
            Token app = Fixtures.aToken().type(TokenType.APP_USER).build();
            Token other = Fixtures.aToken().uid(new CiString("OTHER")).build();

            for (Token token : List.of(app, other)) {
                assertThatThrownBy(() -> lab.emsp.ask(client -> client.call(Tokens.PUT, path, "", Document.of(token))))
                        .isInstanceOfSatisfying(
                                PartnerException.class,
                                refusal -> assertThat(refusal.statusCode()).hasValue(2001));
            }
        }
    }

    private static Token stored(CpoLab lab, Map<String, String> path, String query) throws Exception {
        return lab.emsp
                .ask(client -> client.call(Tokens.GET, path, query).compose(reply -> client.object(Tokens.GET, reply)))
                .value();
    }
}
