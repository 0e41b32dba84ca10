package dev.roamlab.emsp;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.emsp.EmspNode.Sync;
import dev.roamlab.emsp.commands.CommandOutcome;
import dev.roamlab.emsp.commands.CommandsSender;
import dev.roamlab.emsp.commands.TokenNotValid;
import dev.roamlab.emsp.tokens.Contract;
import dev.roamlab.emsp.tokens.ContractBuilder;
import dev.roamlab.lab.Ids;
import dev.roamlab.node.LabContext;
import dev.roamlab.node.NodeSettings;
import dev.roamlab.node.TestLab;
import dev.roamlab.node.TestLab.TestNode;
import dev.roamlab.node.objects.ListEndpoint;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.objects.Pulled;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.Cdrs;
import dev.roamlab.ocpi.commands.CommandResponse;
import dev.roamlab.ocpi.commands.CommandResponseType;
import dev.roamlab.ocpi.commands.CommandResult;
import dev.roamlab.ocpi.commands.CommandResultType;
import dev.roamlab.ocpi.commands.Commands;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Headers;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.http.Reply;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.locations.Connector;
import dev.roamlab.ocpi.locations.ConnectorBuilder;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.EvseBuilder;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.tariffs.Tariffs;
import dev.roamlab.ocpi.tokens.LocationReferences;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenBuilder;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The eMSP over real HTTP, with a bare platform in the part of the CPO. */
@SuppressWarnings("NullAway.Init") // start and register set the fields
class EmspTest {
    private static final CountryCode NL = new CountryCode("NL");
    private static final PartyId TNM = new PartyId("TNM");
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final TestLab lab = new TestLab();
    private TestNode cpo;
    private EmspNode emsp;
    private Partner theCpo;
    private Partner theEmsp;
    private final List<JsonNode> results = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    private void start(OcpiVersion version) throws Exception {
        cpo = lab.node("cpo", Role.CPO, "NL", "TNM");
        var role = new CredentialsRole(
                Role.EMSP, new BusinessDetails("Voltura", Optional.empty(), Optional.empty()), new PartyId("VLT"), NL);
        emsp = new EmspNode(
                NodeSettings.local("emsp", List.of(role)).build(),
                new LabContext(lab.clock(), lab.log(), Ids.seeded(2, "emsp")),
                Sync.ON_REQUEST);
        lab.vertx().deployVerticle(emsp).await(10, SECONDS);
    }

    private void register(OcpiVersion version) throws Exception {
        CredentialsToken tokenA = new CredentialsToken("invitation");
        ask(parts -> parts.platform().partners().invite("cpo", tokenA));
        theEmsp = cpo.run(
                () -> cpo.platform().registration().register(new Url(emsp.versionsUrl()), tokenA, List.of(version)));
        theCpo = ask(parts ->
                Future.succeededFuture(parts.platform().partners().all().get(0)));
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_pushed_location_comes_back_as_it_went_in_and_its_evse_can_be_patched(OcpiVersion version) throws Exception {
        start(version);
        register(version);
        Location location = aLocation("LOC1");
        ObjectNode json = Document.of(location).json();
        json.put("house_rule", "no shoes");
        Map<String, String> path = path("location_id", "LOC1");

        Reply created = call(Locations.PUT, path, new Document<>(location, json));
        Reply again = call(Locations.PUT, path, new Document<>(location, json));
        Map<String, String> evsePath = Map.of(
                "country_code",
                "nl",
                "party_id",
                "tnm",
                "location_id",
                "loc1",
                "evse_uid",
                location.evses().get(0).uid().value().toLowerCase());
        cpo.run(() -> client().patch(
                        Locations.PATCH_EVSE,
                        evsePath,
                        "",
                        Json.object().put("status", "CHARGING").put("last_updated", "2026-11-21T12:00:00Z")));

        assertThat(created.httpStatus()).isEqualTo(201);
        assertThat(again.httpStatus()).isEqualTo(200);
        JsonNode held = get(Locations.GET, path);
        assertThat(held.path("house_rule").asText()).isEqualTo("no shoes");
        assertThat(held.path("evses").path(0).path("status").asText()).isEqualTo("CHARGING");
        assertThat(held.path("last_updated").asText()).isEqualTo("2026-11-21T12:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_new_evse_or_connector_is_answered_201_and_one_that_is_known_200(OcpiVersion version) throws Exception {
        start(version);
        register(version);
        Location location = aLocation("LOC1");
        call(Locations.PUT, path("location_id", "LOC1"), Document.of(location));
        Evse evse = EvseBuilder.builder(location.evses().get(0))
                .uid(new CiString("NEW-EVSE"))
                .build();
        Connector connector = ConnectorBuilder.builder(evse.connectors().get(0))
                .id(new CiString("99"))
                .build();
        Map<String, String> evsePath = new HashMap<>(path("location_id", "LOC1"));
        evsePath.put("evse_uid", "NEW-EVSE");
        Map<String, String> connectorPath = new HashMap<>(evsePath);
        connectorPath.put("connector_id", "99");

        Reply newEvse = call(Locations.PUT_EVSE, evsePath, Document.of(evse));
        Reply knownEvse = call(Locations.PUT_EVSE, evsePath, Document.of(evse));
        Reply newConnector = call(Locations.PUT_CONNECTOR, connectorPath, Document.of(connector));
        Reply knownConnector = call(Locations.PUT_CONNECTOR, connectorPath, Document.of(connector));

        assertThat(newEvse.httpStatus()).isEqualTo(201);
        assertThat(knownEvse.httpStatus()).isEqualTo(200);
        assertThat(newConnector.httpStatus()).isEqualTo(201);
        assertThat(knownConnector.httpStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_location_under_another_id_or_owner_is_refused_with_2001_and_not_kept(OcpiVersion version) throws Exception {
        start(version);
        register(version);
        Document<Location> location = Document.of(aLocation("LOC1"));

        assertThatThrownBy(() -> call(Locations.PUT, path("location_id", "LOC2"), location))
                .hasMessageContaining("2001");
        assertThatThrownBy(() -> call(
                        Locations.PUT,
                        Map.of("country_code", "DE", "party_id", "XYZ", "location_id", "LOC1"),
                        location))
                .hasMessageContaining("404");
        assertThatThrownBy(() -> get(Locations.GET, path("location_id", "LOC1")))
                .hasMessageContaining("404");
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void an_object_under_what_can_be_no_id_is_refused_with_2001(OcpiVersion version) throws Exception {
        start(version);
        register(version);
        Document<Location> location = Document.of(aLocation("LOC1"));

        assertThatThrownBy(() -> call(Locations.PUT, path("location_id", "\u202eLOC1"), location))
                .hasMessageContaining("2001");
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_patch_without_last_updated_is_refused_and_changes_nothing(OcpiVersion version) throws Exception {
        start(version);
        register(version);
        call(Locations.PUT, path("location_id", "LOC1"), Document.of(aLocation("LOC1")));

        assertThatThrownBy(() -> cpo.run(() -> client().patch(
                                Locations.PATCH,
                                path("location_id", "LOC1"),
                                "",
                                Json.object().put("city", "Gouda"))))
                .hasMessageContaining("2001")
                .hasMessageContaining("last_updated");
        assertThat(get(Locations.GET, path("location_id", "LOC1")).path("city").asText())
                .isNotEqualTo("Gouda");
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_full_pull_crosses_pages_and_a_delta_brings_only_what_changed(OcpiVersion version) throws Exception {
        start(version);
        ObjectCollection<Location> stock = cpo.run(() -> cpo.platform().collection("locations", Location.class));
        cpo.platform().serveList(Locations.LIST, ListEndpoint.toAll(stock, 10));
        for (int i : IntStream.range(0, 25).toArray()) {
            put(stock, aLocation("LOC" + i));
        }
        register(version);
        lab.clock().pass(Duration.ofSeconds(1));

        Pulled full = ask(parts -> parts.locationsPull().full(theCpo));
        lab.clock().pass(Duration.ofMinutes(1));
        put(
                stock,
                Fixtures.aLocation()
                        .countryCode(NL)
                        .partyId(TNM)
                        .id(new CiString("LOC3"))
                        .city("Gouda")
                        .lastUpdated(NOW.plusSeconds(60))
                        .build());
        Pulled delta = ask(parts -> parts.locationsPull().delta(theCpo, OptionalInt.empty()));

        assertThat(full.pages()).isEqualTo(3);
        assertThat(full.taken()).isEqualTo(25);
        assertThat(delta.taken()).isEqualTo(1);
        assertThat(get(Locations.GET, path("location_id", "LOC3")).path("city").asText())
                .isEqualTo("Gouda");
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void every_outcome_of_real_time_authorisation_is_told_apart(OcpiVersion version) throws Exception {
        start(version);
        register(version);
        issue("GOOD", contract("C1"));
        issue("BLOCKED", ContractBuilder.builder(contract("C2")).blocked(true).build());
        issue("ENDED", ContractBuilder.builder(contract("C3")).validUntil(NOW).build());
        issue(
                "BROKE",
                ContractBuilder.builder(contract("C4")).credit(BigDecimal.ZERO).build());
        issue(
                "HOME",
                ContractBuilder.builder(contract("C5"))
                        .onlyAt(List.of(new CiString("HOME")))
                        .build());

        assertThat(authorize("GOOD", Optional.of("LOC1"))).isEqualTo("ALLOWED");
        assertThat(authorize("BLOCKED", Optional.of("LOC1"))).isEqualTo("BLOCKED");
        assertThat(authorize("ENDED", Optional.of("LOC1"))).isEqualTo("EXPIRED");
        assertThat(authorize("BROKE", Optional.of("LOC1"))).isEqualTo("NO_CREDIT");
        assertThat(authorize("HOME", Optional.of("LOC1"))).isEqualTo("NOT_ALLOWED");
        assertThat(authorize("HOME", Optional.of("home"))).isEqualTo("ALLOWED");
        assertThatThrownBy(() -> authorize("HOME", Optional.empty())).hasMessageContaining("2002");
        assertThatThrownBy(() -> authorize("NOBODY", Optional.empty()))
                .hasMessageContaining("404")
                .hasMessageContaining("2004");
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void charging_periods_of_a_patch_are_added_and_other_fields_replaced(OcpiVersion version) throws Exception {
        start(version);
        register(version);
        Session session = Fixtures.aSession()
                .countryCode(NL)
                .partyId(TNM)
                .id(new CiString("S1"))
                .build();
        int before = session.chargingPeriods().size();
        call(Sessions.PUT, path("session_id", "S1"), Document.of(session));
        ObjectNode changes = Json.object().put("kwh", 12.5).put("last_updated", "2026-11-21T12:00:00Z");
        changes.putArray("charging_periods")
                .addObject()
                .put("start_date_time", "2026-11-21T11:00:00Z")
                .putArray("dimensions")
                .addObject()
                .put("type", "ENERGY")
                .put("volume", 2.5);

        cpo.run(() -> client().patch(Sessions.PATCH, path("session_id", "S1"), "", changes));

        JsonNode held = get(Sessions.GET, path("session_id", "S1"));
        assertThat(held.path("charging_periods")).hasSize(before + 1);
        assertThat(held.path("kwh").decimalValue()).isEqualByComparingTo("12.5");
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_cdr_posted_twice_is_kept_once_under_one_location(OcpiVersion version) throws Exception {
        start(version);
        register(version);
        Cdr cdr = Fixtures.aCdr()
                .countryCode(NL)
                .partyId(TNM)
                .id(new CiString("CDR1"))
                .build();

        Reply first = call(Cdrs.POST, Map.of(), Document.of(cdr));
        Reply second = call(Cdrs.POST, Map.of(), Document.of(cdr));

        assertThat(first.httpStatus()).isEqualTo(201);
        assertThat(second.httpStatus()).isEqualTo(200);
        assertThat(first.header(Headers.LOCATION)).isPresent().isEqualTo(second.header(Headers.LOCATION));
        assertThat(get(Cdrs.GET, path("cdr_id", "CDR1")).path("id").asText()).isEqualTo("CDR1");
        long kept = ask(parts -> parts.cdrs().count());
        assertThat(kept).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_deleted_tariff_is_gone_and_cannot_be_deleted_again(OcpiVersion version) throws Exception {
        start(version);
        register(version);
        var tariff = Fixtures.aTariff()
                .countryCode(NL)
                .partyId(TNM)
                .id(new CiString("T1"))
                .build();
        call(Tariffs.PUT, path("tariff_id", "T1"), Document.of(tariff));

        cpo.run(() -> client().call(Tariffs.DELETE, path("tariff_id", "T1"), ""));

        assertThatThrownBy(() -> get(Tariffs.GET, path("tariff_id", "T1"))).hasMessageContaining("404");
        assertThatThrownBy(() -> cpo.run(() -> client().call(Tariffs.DELETE, path("tariff_id", "T1"), "")))
                .isInstanceOf(PartnerException.class);
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_command_is_decided_by_its_result_or_by_the_end_of_the_promised_time(OcpiVersion version) throws Exception {
        start(version);
        cpo.platform().server().serve(Commands.UNLOCK_CONNECTOR, call -> {
            results.add(call.object().json());
            return Future.succeededFuture(Answer.of(new CommandResponse(CommandResponseType.ACCEPTED, 30, List.of())));
        });
        register(version);

        CommandsSender.Pending answered = unlock();
        postResult(0, CommandResultType.ACCEPTED);
        CommandsSender.Pending silent = unlock();
        lab.clock().pass(Duration.ofSeconds(31));
        postResult(1, CommandResultType.FAILED);

        assertThat(outcome(answered).result().map(CommandResult::result)).contains(CommandResultType.ACCEPTED);
        assertThat(answered.outcome().timedOut()).isFalse();
        assertThat(outcome(silent).timedOut()).isTrue();
        assertThat(silent.outcome().result().map(CommandResult::result))
                .as("a late result is kept")
                .contains(CommandResultType.FAILED);
        assertThat(results.get(0).path("response_url"))
                .isNotEqualTo(results.get(1).path("response_url"));
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_blocked_token_is_pushed_to_the_cpo(OcpiVersion version) throws Exception {
        start(version);
        List<String> pushed = new ArrayList<>();
        cpo.platform().server().serve(Tokens.PUT, call -> {
            Token token = call.object().value();
            pushed.add(token.uid() + " " + token.valid());
            return Future.succeededFuture(Answer.done());
        });
        register(version);

        issue("CARD", contract("C1"));
        ask(parts -> parts.drivers().setValid("CARD", Fixtures.aToken().build().type(), false));
        lab.clock().pass(Duration.ofSeconds(1));

        assertThat(pushed).containsExactly("CARD true", "CARD false");
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void a_blocked_token_is_sent_in_no_command(OcpiVersion version) throws Exception {
        start(version);
        cpo.platform()
                .server()
                .serve(Commands.START_SESSION, call -> sent(call.object().json()));
        cpo.platform()
                .server()
                .serve(Commands.RESERVE_NOW, call -> sent(call.object().json()));
        register(version);
        Token blocked =
                Fixtures.aToken().uid(new CiString("BLOCKED")).valid(false).build();

        assertThatThrownBy(() -> ask(parts -> startSession(parts, blocked)))
                .isInstanceOf(TokenNotValid.class)
                .hasMessageContaining("START_SESSION: token BLOCKED has valid = false");
        assertThatThrownBy(() -> ask(parts -> reserve(parts, blocked)))
                .hasMessageContaining("RESERVE_NOW: token BLOCKED");
        lab.clock().settle();
        assertThat(results).as("nothing was sent").isEmpty();

        Token valid = TokenBuilder.builder(blocked).valid(true).build();
        ask(parts -> startSession(parts, valid));
        ask(parts -> reserve(parts, valid));
        lab.clock().settle();
        assertThat(results).hasSize(2);
    }

    private Future<CommandsSender.Pending> startSession(EmspNode.Parts parts, Token token) {
        return Future.succeededFuture(
                parts.commands().startSession(theCpo, token, new CiString("LOC1"), Optional.empty(), Optional.empty()));
    }

    private Future<CommandsSender.Pending> reserve(EmspNode.Parts parts, Token token) {
        return Future.succeededFuture(parts.commands()
                .reserve(theCpo, token, new CiString("R1"), NOW, new CiString("LOC1"), Optional.empty()));
    }

    private Future<Answer<CommandResponse>> sent(JsonNode command) {
        results.add(command);
        return Future.succeededFuture(Answer.of(new CommandResponse(CommandResponseType.REJECTED, 30, List.of())));
    }

    // --- helpers ---

    private CommandsSender.Pending unlock() throws Exception {
        var sent = ask(parts -> Future.succeededFuture(
                parts.commands().unlock(theCpo, new CiString("LOC1"), new CiString("E1"), new CiString("1"))));
        lab.clock().settle();
        return sent;
    }

    private void postResult(int index, CommandResultType type) throws Exception {
        Url url = new Url(results.get(index).path("response_url").asText());
        cpo.run(() -> client().postTo(url, Commands.RESULT, Document.of(new CommandResult(type, List.of()))));
    }

    private static CommandOutcome outcome(CommandsSender.Pending sent) throws Exception {
        return sent.decided().await(5, SECONDS);
    }

    private String authorize(String uid, Optional<String> place) throws Exception {
        Map<String, String> path = Map.of("token_uid", uid);
        Reply reply = cpo.run(() -> place.isPresent()
                ? client().call(
                                Tokens.AUTHORIZE,
                                path,
                                "",
                                Document.of(new LocationReferences(new CiString(place.get()), List.of())))
                : client().call(Tokens.AUTHORIZE, path, ""));
        return reply.data().orElseThrow().path("allowed").asText();
    }

    private void issue(String uid, Contract contract) throws Exception {
        ask(parts -> parts.drivers().sign(contract));
        Token token = Fixtures.aToken()
                .countryCode(NL)
                .partyId(new PartyId("VLT"))
                .uid(new CiString(uid))
                .contractId(contract.id())
                .whitelist(WhitelistType.NEVER)
                .valid(true)
                .build();
        ask(parts -> parts.drivers().issue(token));
    }

    private static Contract contract(String id) {
        return Contract.of(id, "Mia", NOW);
    }

    private static Location aLocation(String id) {
        return Fixtures.aLocation()
                .countryCode(NL)
                .partyId(TNM)
                .id(new CiString(id))
                .lastUpdated(NOW)
                .build();
    }

    private void put(ObjectCollection<Location> stock, Location location) throws Exception {
        cpo.run(() -> stock.put(location.id().value(), "", location.lastUpdated(), Document.of(location)));
    }

    private static Map<String, String> path(String idName, String id) {
        return Map.of("country_code", "NL", "party_id", "TNM", idName, id);
    }

    private PartnerClient client() {
        return cpo.platform().calling(theEmsp);
    }

    private <B extends Record> Reply call(Operation<B, ?> operation, Map<String, String> path, Document<B> body)
            throws Exception {
        return cpo.run(() -> client().call(operation, path, "", body));
    }

    private JsonNode get(Operation<?, ?> operation, Map<String, String> path) throws Exception {
        return cpo.run(() -> client().call(operation, path, "")).data().orElseThrow();
    }

    private <T> T ask(Function<EmspNode.Parts, Future<T>> question) throws Exception {
        return emsp.ask(question).await(10, SECONDS);
    }
}
