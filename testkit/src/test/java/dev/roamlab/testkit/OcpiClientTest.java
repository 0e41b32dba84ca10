package dev.roamlab.testkit;

import static dev.roamlab.testkit.ClientLab.await;
import static dev.roamlab.testkit.ClientLab.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.http.PartnerException.Kind;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.testkit.MisbehavingProxy.Mode;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against partners that do not behave. */
class OcpiClientTest {
    private static final String GOOD =
            "{\"status_code\":1000,\"timestamp\":\"2026-11-21T10:00:00\",\"data\":{\"a\":1}}";

    private ClientLab lab;
    private MisbehavingProxy proxy;

    @BeforeEach
    void start() throws Exception {
        lab = new ClientLab();
        proxy = await(MisbehavingProxy.start(lab.vertx, "127.0.0.1", lab.partner.port()));
        lab.partner.on("GET /x", FakeAnswer.raw(200, "application/json", GOOD));
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @Test
    void a_request_has_one_authorization_two_ids_and_nothing_too_much() throws Exception {
        await(lab.get("/x"));
        await(lab.get("/x"));

        ReceivedRequest first = lab.partner.requests().get(0);
        ReceivedRequest second = lab.partner.requests().get(1);
        assertThat(first.headers().getAll("Authorization")).containsExactly("Token dG9rPj4+Pz8/LUMxMg==");
        for (String id : new String[] {"X-Request-ID", "X-Correlation-ID"}) {
            assertThat(first.header(id)).matches("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");
            assertThat(first.header(id)).isNotEqualTo(second.header(id));
        }
        assertThat(first.headers().contains("Content-Type")).isFalse();
        assertThat(first.headers().contains("OCPI-to-party-id")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"status_code\":2001,\"status_message\":\"no\",\"timestamp\":\"x\"} | OCPI_ERROR | 2001 | false",
                "200 | {\"status_code\":3000,\"data\":[{}]} | OCPI_ERROR | 3000 | true",
                "200 | {\"status_code\":4003} | OCPI_ERROR | 4003 | true",
                "200 | {\"data\":{}} | NOT_OCPI | | false",
                "200 | {\"status_code\":\"1000\"} | NOT_OCPI | | false",
                "200 | [] | NOT_OCPI | | false",
                "200 | '' | NOT_OCPI | | false",
                "204 | '' | NOT_OCPI | | false",
                "200 | {\"status_code\":1000 | NOT_OCPI | | false",
                "200 | <html>Welcome</html> | NOT_OCPI | | false",
                "404 | {\"status_code\":2004} | HTTP_ERROR | 2004 | false",
                "401 | Unauthorized | HTTP_ERROR | | false",
                "429 | slow down | HTTP_ERROR | | true",
                "500 | {\"status_code\":1000} | HTTP_ERROR | 1000 | true",
                "502 | <html>Bad Gateway</html> | HTTP_ERROR | | true",
                "302 | {\"status_code\":1000} | HTTP_ERROR | 1000 | false",
                "307 | moved | HTTP_ERROR | | false",
            })
    void what_is_no_success_is_a_failure_that_says_why(
            int http, String body, Kind kind, Integer statusCode, boolean mayPass) throws Exception {
        lab.partner.on(
                "GET /bad",
                FakeAnswer.raw(http, "text/html", body == null ? "" : body).with("Location", "/x"));

        PartnerException failure = failure(lab.get("/bad"));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.httpStatus()).hasValue(http);
        assertThat(failure.statusCode().isPresent()).isEqualTo(statusCode != null);
        assertThat(failure.mayPass()).isEqualTo(mayPass);
        assertThat(failure.getMessage()).contains("DE-KNT", "/bad");
        assertThat(lab.partner.requests()).hasSize(1);
        assertThat(lab.exchanges)
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.response()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"x\":1}", "[]", "\"text\"", "5"})
    void any_data_is_taken(String data) throws Exception {
        lab.partner.on(
                "GET /any", FakeAnswer.raw(201, "text/plain", "{\"status_code\":1000,\"data\":" + data + ",\"x\":1}"));

        assertThat(await(lab.get("/any")).data().isPresent()).isEqualTo(!data.equals("null"));
    }

    @Test
    void a_partner_that_is_not_there_is_unreachable() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        PartnerException failure = failure(lab.call("http://127.0.0.1:" + free + "/versions"));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.mayPass()).isTrue();
        assertThat(lab.exchanges)
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.failure()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://no such host/", "ftp://127.0.0.1/x", "http://[::bad/", "/relative", "", "http://"})
    void a_url_that_cannot_be_called_is_a_failure_and_not_an_exception(String url) throws Exception {
        assertThat(failure(lab.call(url)).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void a_partner_that_never_answers_is_given_up_in_time_and_its_connection_freed() throws Exception {
        lab.partner.on("GET /never", FakeAnswer.silence());

        var calls = new java.util.ArrayList<io.vertx.core.Future<?>>();
        for (int i = 0; i < 20; i++) {
            calls.add(lab.get("/never"));
        }
        for (var call : calls) {
            assertThat(failure(call).kind()).isEqualTo(Kind.TIMEOUT);
        }

        assertThat(await(lab.get("/x")).statusCode()).isEqualTo(1000);
    }

    @Test
    void a_connection_that_breaks_is_a_failure_wherever_it_breaks() throws Exception {
        lab.partner.on("GET /x", FakeAnswer.raw(200, "application/json", GOOD + " ".repeat(5_000)));
        for (int bytes : new int[] {0, 1, 20, 200, 2_000}) {
            proxy.misbehave(new Mode.CutAfter(bytes));

            assertThat(failure(lab.call(throughProxy("/x"))).mayPass())
                    .as("cut after " + bytes)
                    .isTrue();
        }
        proxy.misbehave(new Mode.Reset());
        assertThat(failure(lab.call(throughProxy("/x"))).kind()).isEqualTo(Kind.UNREACHABLE);
        proxy.misbehave(new Mode.Garbage());
        assertThat(failure(lab.call(throughProxy("/x"))).kind()).isEqualTo(Kind.UNREACHABLE);
        proxy.misbehave(new Mode.Silence());
        assertThat(failure(lab.call(throughProxy("/x"))).kind()).isEqualTo(Kind.TIMEOUT);
        proxy.misbehave(new Mode.Faithful());
        assertThat(await(lab.call(throughProxy("/x"))).statusCode()).isEqualTo(1000);
    }

    @Test
    void an_answer_that_trickles_is_read_while_there_is_time_and_no_longer() throws Exception {
        proxy.misbehave(new Mode.Throttle(40, Duration.ofMillis(20)));
        assertThat(await(lab.call(throughProxy("/x"))).statusCode()).isEqualTo(1000);

        proxy.misbehave(new Mode.Throttle(1, Duration.ofMillis(100)));
        assertThat(failure(lab.call(throughProxy("/x"))).kind()).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void a_slow_answer_in_time_is_an_answer() throws Exception {
        proxy.misbehave(new Mode.Delay(Duration.ofMillis(300)));

        assertThat(await(lab.call(throughProxy("/x"))).statusCode()).isEqualTo(1000);
    }

    @Test
    void an_answer_beyond_all_bounds_is_given_up() throws Exception {
        lab.partner.on(
                "GET /huge",
                request -> new FakeAnswer(200, Map.of(), Buffer.buffer(new byte[65 * 1024 * 1024]), false));

        assertThat(failure(lab.get("/huge")).kind()).isIn(Kind.UNREACHABLE, Kind.TIMEOUT);
    }

    @Test
    void a_compressed_answer_is_understood() throws Exception {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(GOOD.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        lab.partner.on(
                "GET /gzip",
                new FakeAnswer(200, Map.of("Content-Encoding", "gzip"), Buffer.buffer(zipped.toByteArray()), false));

        assertThat(await(lab.get("/gzip")).data()).contains(Json.parse("{\"a\":1}"));
    }

    @Test
    void nothing_recorded_holds_the_token() throws Exception {
        await(lab.get("/x"));

        assertThat(lab.exchanges.toString())
                .doesNotContain(ClientLab.OUR_TOKEN.value(), ClientLab.OUR_TOKEN.base64())
                .contains("token#");
    }

    private String throughProxy(String path) {
        return "http://127.0.0.1:" + proxy.port() + path;
    }
}
