package dev.roamlab.ocpi.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpi.Golden;
import dev.roamlab.ocpi.credentials.Credentials;
import dev.roamlab.ocpi.credentials.CredentialsModule;
import dev.roamlab.ocpi.credentials.CredentialsRole;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.RawHttp.Response;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.BusinessDetails;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.partner.Caller;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpi.versions.Version;
import dev.roamlab.ocpi.versions.VersionDetails;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OcpiServerTest {
    /** Valid Base64 by itself, to tempt a server that guesses. */
    private static final String TOKEN = "dG9rZW4tb2YtdGhlLWVtc3A=";

    private static final String TOKEN_A = "token-A";
    private static final int MAX_BODY = 20_000;
    private static final String BASE = "/ocpi/cpo";
    private static final String OBJECT = BASE + "/2.3.0/tokens/NL/MSP/";

    private final Vertx vertx = Vertx.vertx();
    private final RealClock clock = new RealClock(1);
    private final ExchangeLog log = new ExchangeLog(clock);
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Map<String, Document<Token>> stored = new ConcurrentHashMap<>();
    private RawHttp partner;
    private RawHttp anybody;

    @BeforeEach
    void start() throws Exception {
        log.subscribe(exchanges::add);
        Router router = Router.router(vertx);
        HttpServer http = vertx.createHttpServer().requestHandler(router);
        var settings = new OcpiServer.Settings(
                "cpo",
                BASE,
                () -> "https://cpo.example",
                () -> List.of(Party.of("DE", "KNT"), Party.of("DE", "SEC")),
                List.of(OcpiVersion.values()),
                MAX_BODY);
        OcpiServer server = new OcpiServer(settings, this::admit, clock, log, WireTap.NONE, Duration.ofMillis(200));
        server.serve(CredentialsModule.GET, this::credentials);
        server.serve(Tokens.GET, this::get);
        server.serve(Tokens.PUT, this::put);
        server.serve(Tokens.PATCH, this::patch);
        server.serve(Sessions.PUT, call -> Future.succeededFuture(Answer.created()));
        server.mount(router);
        http.listen(0, "127.0.0.1").await(5, SECONDS);
        anybody = new RawHttp(http.actualPort(), "");
        partner = anybody.as(header(TOKEN));
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(10, SECONDS);
        clock.close();
    }

    // --- who calls ---

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Token",
                "Token ",
                "Token %%%",
                "Bearer ZEc5clpXNHRiMll0ZEdobExXVnRjM0E9",
                "Basic ZEc5clpXNHRiMll0ZEdobExXVnRjM0E9",
                "ZEc5clpXNHRiMll0ZEdobExXVnRjM0E9",
                "Token dG9rZW4tb2Y",
                "Token bm9ib2R5",
                "Token two words"
            })
    void without_a_known_token_nobody_comes_in(String authorization) throws Exception {
        for (String path : List.of("/versions", "/2.3.0", "/2.3.0/credentials", "/2.2.1/tokens/NL/MSP/1", "/nowhere")) {
            Response answer = anybody.as(authorization).get(BASE + path, "X-Request-ID: r1");

            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.statusCode()).isEqualTo(2000);
            assertThat(answer.header("X-Request-ID")).contains("r1");
            assertThat(answer.header("WWW-Authenticate")).contains("Token");
        }
        assertThat(stored).isEmpty();
    }

    @Test
    void nobodys_body_is_stored() throws Exception {
        assertThat(anybody.send("PUT", OBJECT + "T1", token("T1")).status()).isEqualTo(401);

        assertThat(stored).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"encoded, 0", "raw, 1", "with line feed, 0", "lower-case scheme, 0", "two blanks, 0"})
    void a_token_is_understood_in_every_form_that_partners_send(String form, int notes) throws Exception {
        String header = switch (form) {
            case "raw" -> "Token " + TOKEN;
            case "with line feed" -> header(TOKEN + "\n");
            case "lower-case scheme" -> header(TOKEN).replace("Token", "token");
            case "two blanks" -> header(TOKEN).replace(" ", "  ");
            default -> header(TOKEN);
        };

        assertThat(anybody.as(header).get(BASE + "/versions").statusCode()).isEqualTo(1000);
        assertThat(exchanges.get(0).notes()).hasSize(notes);
        assertThat(exchanges.toString())
                .doesNotContain(TOKEN, header.substring(6).trim());
    }

    @ParameterizedTest
    @CsvSource({
        "/versions, 200",
        "/2.2.1, 200",
        "/2.3.0/credentials, 200",
        "/2.3.0/tokens/NL/MSP/1, 401",
        "/2.3.0/sessions, 401",
        "/2.3.0/nothing, 401",
    })
    void a_registration_token_opens_versions_and_credentials_only(String path, int status) throws Exception {
        assertThat(anybody.as(header(TOKEN_A)).get(BASE + path).status()).isEqualTo(status);
    }

    // --- what is where ---

    @Test
    void the_versions_list_has_every_version_with_an_absolute_url() throws Exception {
        var data = partner.get(BASE + "/versions").envelope().path("data");

        assertThat(data.toString())
                .isEqualTo("[{\"version\":\"2.2.1\",\"url\":\"https://cpo.example/ocpi/cpo/2.2.1\"},"
                        + "{\"version\":\"2.3.0\",\"url\":\"https://cpo.example/ocpi/cpo/2.3.0\"}]");
        assertThat(Document.read(Version.class, data.get(0)).value().version().value())
                .isEqualTo("2.2.1");
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void the_details_list_what_is_served_and_credentials_once_as_sender(OcpiVersion version) throws Exception {
        var data = partner.get(BASE + "/" + version.value() + "/").envelope().path("data");

        VersionDetails details = Document.read(VersionDetails.class, data).value();
        assertThat(details.version().value()).isEqualTo(version.value());
        assertThat(details.endpoints())
                .extracting(endpoint -> endpoint.identifier() + " " + endpoint.role() + " " + endpoint.url())
                .containsExactly(
                        "credentials SENDER https://cpo.example/ocpi/cpo/" + version + "/credentials",
                        "tokens RECEIVER https://cpo.example/ocpi/cpo/" + version + "/tokens",
                        "sessions RECEIVER https://cpo.example/ocpi/cpo/" + version + "/sessions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "/9.9", "/2.1.1/tokens", "/2.3.0/locations", "/2.3.0/tokens/NL/MSP/1/2", "/2.3.0/Tokens"
            })
    void what_is_nowhere_is_404_in_the_envelope(String path) throws Exception {
        Response answer = partner.get(BASE + path, "X-Correlation-ID: c1");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.statusCode()).isBetween(2000, 2004);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("X-Correlation-ID")).contains("c1");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /versions, GET",
        "DELETE, /2.3.0, GET",
        "PATCH, /2.2.1/credentials, GET",
        "POST, /2.3.0/tokens/NL/MSP/1, 'GET, PUT, PATCH'",
        "OPTIONS, /2.3.0/tokens/NL/MSP/1, 'GET, PUT, PATCH'",
        "TRACE, /versions, GET",
        "HEAD, /versions, GET",
        "DELETE, /2.3.0/sessions/NL/MSP/1, PUT",
    })
    void a_method_that_is_not_offered_is_405_with_those_that_are(String method, String path, String allow)
            throws Exception {
        Response answer = partner.send(method, BASE + path, method.equals("POST") ? "{}" : "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains(allow);
        if (!method.equals("HEAD")) {
            assertThat(answer.statusCode()).isEqualTo(2000);
        }
    }

    @ParameterizedTest
    @CsvSource({"a%2Fb, a/b", "a%20b, a b", "a+b, a+b", "%31, 1", "a%25b, a%b", "~.-_, ~.-_", "%C3%A4, ä"})
    void escaped_ids_are_understood(String segment, String uid) throws Exception {
        partner.get(OBJECT + segment);

        assertThat(partner.get(OBJECT + segment + "/").message()).contains("no token <" + uid + ">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%2", "a%%b"})
    void a_url_that_is_badly_escaped_is_400_in_the_envelope(String segment) throws Exception {
        Response answer = partner.get(OBJECT + segment, "X-Request-ID: r1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.statusCode()).isBetween(2000, 2001);
        assertThat(answer.header("X-Request-ID")).contains("r1");
        assertThat(anybody.get(OBJECT + segment).status()).isIn(400, 401);
    }

    @Test
    void a_query_that_is_badly_escaped_is_no_fault_of_ours() throws Exception {
        assertThat(partner.get(OBJECT + "1?limit=%zz").statusCode()).isEqualTo(2001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%0d%0a", "%7f", "", "no such module"})
    void a_segment_that_names_no_module_is_not_found(String segment) throws Exception {
        String module = segment.replace(" ", "%20");

        assertThat(partner.get(BASE + "/2.2.1/" + module + "/X").status()).isEqualTo(404);
    }

    // --- what is in the body ---

    @ParameterizedTest
    @ValueSource(
            strings = {"application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x"})
    void a_body_is_json_even_if_it_is_called_a_form(String type) throws Exception {
        String header = "Content-Type: " + type;

        assertThat(partner.send("PUT", OBJECT + "T1", token("T1"), header).status())
                .isEqualTo(201);
        assertThat(partner.send("GET", OBJECT + "T1", "x", header).status()).isEqualTo(200);
    }

    @Test
    void a_new_object_is_201_and_a_known_one_200_both_without_data() throws Exception {
        Response first = partner.send("PUT", OBJECT + "T1", token("T1"));
        Response second = partner.send("PUT", OBJECT + "T1", token("T1"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        for (Response answer : List.of(first, second)) {
            assertThat(answer.statusCode()).isEqualTo(1000);
            assertThat(answer.envelope().has("data")).isFalse();
            assertThat(Duration.between(
                                    Instant.parse(
                                            answer.envelope().path("timestamp").asText()),
                                    Instant.now())
                            .abs())
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void an_object_comes_back_as_an_object_with_its_unknown_fields() throws Exception {
        String sent = token("T1").replaceFirst("\\{", "{\"x_deep\":{\"a\":[1,{\"b\":null}]},");
        partner.send("PUT", OBJECT + "T1", sent);

        Response answer = partner.get(OBJECT + "T1");

        assertThat(answer.envelope().at("/data/x_deep").toString()).isEqualTo("{\"a\":[1,{\"b\":null}]}");
        assertThat(answer.envelope().at("/data/uid").asText()).isEqualTo("T1");
    }

    @ParameterizedTest
    @CsvSource({"'', body is empty", "'{\n \"uid\": }', 'line 2, column '", "'{} {}', not JSON", "'uid=1', not JSON"})
    void a_body_that_is_no_json_is_400_and_told_where(String body, String message) throws Exception {
        Response answer = partner.send("PUT", OBJECT + "T1", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.statusCode()).isEqualTo(2001);
        assertThat(answer.message()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"x\"", "1E9999999", "{\"uid\":1E9999999}"})
    void json_that_is_no_object_is_a_matter_of_content(String body) throws Exception {
        for (String method : List.of("PUT", "PATCH")) {
            Response answer = partner.send(method, OBJECT + "T1", body);

            assertThat(answer.status()).as(method + answer.body()).isEqualTo(200);
            assertThat(answer.statusCode()).isEqualTo(2001);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "whitelist, '\"BANANA\"'",
        "valid, '\"yes\"'",
        "last_updated, '\"29-06-2015\"'",
        "uid, 5",
        "contract_id, '\"a\\tb\"'",
        "party_id, '\"T\u00c4B\"'",
        "last_updated, '\"2024-07-01T12:00:00+02:00\"'",
        "issuer, null"
    })
    void a_wrong_value_is_2001_with_its_pointer(String field, String value) throws Exception {
        ObjectNode token = (ObjectNode) Json.parse(token("T1"));
        token.set(field, Json.parse(value));

        Response answer = partner.send("PUT", OBJECT + "T1", Json.write(token));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statusCode()).isEqualTo(2001);
        assertThat(answer.message()).contains("/" + field);
        assertThat(stored).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2.2.1, excl_vat", "2.3.0, before_taxes"})
    void a_pointer_is_in_the_words_of_the_callers_version(String version, String field) throws Exception {
        ObjectNode session =
                (ObjectNode) Golden.SESSION.json(OcpiVersion.of(version).orElseThrow());
        session.set("total_cost", Json.object().put(field, "free"));

        Response answer = partner.send("PUT", BASE + "/" + version + "/sessions/NL/MSP/1", Json.write(session));

        assertThat(answer.message()).contains("/total_cost/" + field);
    }

    @Test
    void a_patch_changes_what_it_names() throws Exception {
        partner.send("PUT", OBJECT + "T1", token("T1"));

        Response answer = partner.send("PATCH", OBJECT + "T1", "{\"valid\":false,\"group_id\":null}");

        assertThat(answer.statusCode()).isEqualTo(1000);
        assertThat(partner.get(OBJECT + "T1").envelope().at("/data/valid").toString())
                .isEqualTo("false");
        assertThat(partner.get(OBJECT + "T1").envelope().at("/data").has("group_id"))
                .isFalse();
        assertThat(partner.send("PATCH", OBJECT + "T1", "{\"valid\":\"x\"}").message())
                .contains("/valid");
        assertThat(partner.send("PATCH", OBJECT + "T2", "{\"valid\":false}").status())
                .isEqualTo(404);
    }

    @Test
    void a_body_that_is_too_long_is_413() throws Exception {
        Response told = partner.send("PUT", OBJECT + "T1", "x".repeat(MAX_BODY + 1));
        Response untold = partner.exchange(List.of(
                ("PUT " + OBJECT + "T1 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nAuthorization: "
                                + header(TOKEN) + "\r\n\r\n")
                        .getBytes(UTF_8),
                ("8000\r\n" + "x".repeat(0x8000) + "\r\n0\r\n\r\n").getBytes(UTF_8)));

        for (Response answer : List.of(told, untold)) {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.statusCode()).isEqualTo(2000);
            assertThat(answer.message()).contains("20000 bytes");
        }
    }

    @Test
    void a_body_that_arrives_bit_by_bit_is_read() throws Exception {
        byte[] body = token("T1").getBytes(UTF_8);
        byte[] head = ("PUT " + OBJECT + "T1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + body.length
                        + "\r\nAuthorization: " + header(TOKEN) + "\r\n\r\n")
                .getBytes(UTF_8);
        List<byte[]> pieces = new java.util.ArrayList<>(List.of(head));
        for (byte octet : body) {
            pieces.add(new byte[] {octet});
        }

        assertThat(partner.exchange(pieces).status()).isEqualTo(201);
    }

    @Test
    void a_caller_that_waits_for_100_is_told_to_go_on() throws Exception {
        byte[] body = token("T1").getBytes(UTF_8);
        try (var socket = partner.open()) {
            socket.getOutputStream()
                    .write(("PUT " + OBJECT + "T1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\n"
                                    + "Content-Length: " + body.length + "\r\nAuthorization: " + header(TOKEN)
                                    + "\r\n\r\n")
                            .getBytes(UTF_8));
            byte[] first = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(first, UTF_8)).startsWith("HTTP/1.1 100");
            socket.getOutputStream().write(body);

            assertThat(Response.read(socket.getInputStream()).status()).isEqualTo(201);
        }
    }

    // --- message headers ---

    @Test
    void message_ids_come_back_on_every_answer_and_only_when_given() throws Exception {
        for (String path : List.of("/versions", "/2.3.0/credentials", "/2.3.0/tokens/NL/MSP/1", "/nowhere")) {
            Response with = partner.get(BASE + path, "x-request-id: no-uuid", "X-CORRELATION-ID: corr");
            Response without = partner.get(BASE + path);

            assertThat(with.header("X-Request-ID")).contains("no-uuid");
            assertThat(with.header("X-Correlation-ID")).contains("corr");
            assertThat(without.headers()).doesNotContainKeys("X-Request-ID", "X-Correlation-ID");
        }
    }

    @Test
    void routing_headers_come_back_the_other_way_round() throws Exception {
        Response answer = partner.get(
                OBJECT + "1",
                "ocpi-to-country-code: de",
                "OCPI-to-party-id: sec",
                "OCPI-from-country-code: NL",
                "OCPI-from-party-id: TWO");

        assertRouted(answer, "NL-TWO", "de-sec");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /2.3.0/tokens/NL/MSP/1, 404",
        "PUT, /2.3.0/tokens/NL/MSP/1, 400",
        "PATCH, /2.3.0/sessions/NL/MSP/1, 405",
    })
    void without_routing_headers_the_answer_names_the_first_party_of_either_side(String method, String path, int status)
            throws Exception {
        Response answer = partner.send(method, BASE + path, method.equals("PUT") ? "{" : "");

        assertThat(answer.status()).isEqualTo(status);
        assertRouted(answer, "NL-MSP", "DE-KNT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/versions", "/2.3.0", "/2.3.0/credentials", "/2.3.0/credentials/x"})
    void configuration_modules_are_not_routed(String path) throws Exception {
        Response answer = partner.get(BASE + path, "OCPI-to-country-code: XX", "OCPI-to-party-id: NOT");

        assertThat(answer.headers().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("ocpi-"));
        assertThat(answer.statusCode()).isIn(1000, 2001);
    }

    @ParameterizedTest
    @CsvSource({
        "'OCPI-to-country-code: FR', 'OCPI-to-party-id: XYZ', FR-XYZ is not a party",
        "'OCPI-to-country-code: FR', 'X: y', OCPI-to-party-id: missing",
        "'OCPI-to-country-code: FRA', 'OCPI-to-party-id: XYZ', two letters",
    })
    void a_wrong_addressee_is_2001_and_still_answered_with_routing_headers(String one, String two, String message)
            throws Exception {
        Response answer = partner.get(OBJECT + "1", one, two);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statusCode()).isEqualTo(2001);
        assertThat(answer.message()).contains(message);
        assertRouted(answer, "NL-MSP", "DE-KNT");
    }

    // --- when we fail ---

    @ParameterizedTest
    @ValueSource(strings = {"throws", "fails", "never", "null", "unwritable"})
    void a_fault_of_ours_is_3000_and_gives_nothing_away(String uid) throws Exception {
        Response answer = partner.get(OBJECT + uid);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.statusCode()).isEqualTo(3000);
        assertThat(answer.body()).doesNotContain("Exception", "secret");
    }

    @Test
    void every_exchange_is_recorded_once_with_what_was_said() throws Exception {
        partner.send("PUT", OBJECT + "T1", token("T1"), "X-Request-ID: r1", "X-Correlation-ID: c1");
        partner.get(OBJECT + "throws");
        partner.get(OBJECT + "%zz");
        anybody.get(BASE + "/versions");
        partner.send("PUT", OBJECT + "T1", "x".repeat(MAX_BODY + 1));

        assertThat(exchanges)
                .extracting(exchange -> exchange.response().orElseThrow().line())
                .containsExactly("201", "200", "400", "401", "413");
        Exchange put = exchanges.get(0);
        assertThat(put.operation()).isEqualTo("PUT tokens");
        assertThat(put.version()).isEqualTo("2.3.0");
        assertThat(put.from()).isEqualTo("NL-MSP");
        assertThat(put.correlationId()).isEqualTo("c1");
        assertThat(put.request().body()).isEqualTo(token("T1"));
    }

    @Test
    void what_a_caller_in_the_same_lab_records_is_not_recorded_again() throws Exception {
        log.begin(new ExchangeLog.Start(
                Exchange.Protocol.OCPI, "", "", "", "", "r1", "", new Exchange.Message("", Map.of(), "")));

        partner.get(BASE + "/versions", "X-Request-ID: r1");

        assertThat(exchanges).isEmpty();
    }

    // --- the endpoints of this test ---

    @SuppressWarnings("NullAway") // on purpose
    private Future<Answer<Token>> get(Call<Nothing> call) {
        String uid = call.segment("token_uid");
        return switch (uid) {
            case "throws" -> throw new IllegalStateException("secret");
            case "fails" -> Future.failedFuture(new IllegalStateException("secret"));
            case "never" -> Promise.<Answer<Token>>promise().future();
            case "null" -> null;
            case "unwritable" -> Future.succeededFuture(Answer.<Token>done().with("X-Bad", "a\r\nb"));
            default ->
                stored.containsKey(uid)
                        ? Future.succeededFuture(Answer.of(stored.get(uid)))
                        : Future.failedFuture(OcpiException.notFound("no token <" + uid + ">"));
        };
    }

    private Future<Answer<Nothing>> put(Call<Token> call) {
        boolean isNew = stored.put(call.segment("token_uid"), call.object()) == null;
        return Future.succeededFuture(isNew ? Answer.created() : Answer.done());
    }

    private Future<Answer<Nothing>> patch(Call<Token> call) {
        Document<Token> before = stored.get(call.segment("token_uid"));
        if (before == null) {
            throw OcpiException.notFound("no such token");
        }
        try {
            stored.put(call.segment("token_uid"), before.merge(call.changes()));
            return Future.succeededFuture(Answer.done());
        } catch (InvalidObject invalid) {
            return Future.failedFuture(OcpiException.invalid(invalid));
        }
    }

    private Future<Answer<Credentials>> credentials(Call<Nothing> call) {
        return Future.succeededFuture(Answer.of(new Credentials(
                new CredentialsToken("c"),
                new Url("https://cpo.example/versions"),
                Optional.empty(),
                List.of(role()))));
    }

    private Optional<Caller> admit(CredentialsToken presented) {
        if (presented.value().equals(TOKEN_A)) {
            return Optional.of(new Caller.Invited("emsp", presented));
        }
        return presented.value().equals(TOKEN)
                ? Optional.of(new Caller.Registered(new Partner(
                        "1",
                        OcpiVersion.V2_3_0,
                        new Url("https://emsp.example/versions"),
                        List.of(role()),
                        List.of(),
                        presented,
                        new CredentialsToken("out"),
                        Instant.EPOCH)))
                : Optional.empty();
    }

    private static CredentialsRole role() {
        return new CredentialsRole(
                Role.EMSP,
                new BusinessDetails("eMSP", Optional.empty(), Optional.empty()),
                new PartyId("MSP"),
                new CountryCode("NL"));
    }

    private static void assertRouted(Response answer, String to, String from) {
        assertThat(answer.header("OCPI-to-country-code").orElse("?") + "-"
                        + answer.header("OCPI-to-party-id").orElse("?"))
                .isEqualToIgnoringCase(to);
        assertThat(answer.header("OCPI-from-country-code").orElse("?") + "-"
                        + answer.header("OCPI-from-party-id").orElse("?"))
                .isEqualToIgnoringCase(from);
    }

    private static String header(String token) {
        return "Token " + Base64.getEncoder().encodeToString(token.getBytes(UTF_8));
    }

    private static String token(String uid) {
        ObjectNode token = (ObjectNode) Golden.TOKEN.json(OcpiVersion.V2_3_0);
        return Json.write(token.put("uid", uid));
    }
}
