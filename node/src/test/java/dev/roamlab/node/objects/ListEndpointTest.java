package dev.roamlab.node.objects;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.node.TestLab;
import dev.roamlab.node.TestLab.TestNode;
import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.ocpi.types.Url;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paging, as a partner sees it over HTTP. */
class ListEndpointTest {
    private static final CredentialsToken TOKEN_A = new CredentialsToken("token-A");
    private static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MOST = 5;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final TestLab lab = new TestLab();
    private TestNode emsp;
    private TestNode cpo;
    private Partner theEmsp;
    private ObjectCollection<Token> tokens;

    @BeforeEach
    void start() throws Exception {
        emsp = lab.node("emsp", Role.EMSP, "NL", "VLT", settings -> settings.pageLimit(MOST));
        cpo = lab.node("cpo", Role.CPO, "DE", "KNT");
        tokens = emsp.run(() -> emsp.platform().collection("tokens", Token.class));
        emsp.run(() -> {
            emsp.platform().serveList(Tokens.LIST, ListEndpoint.toAll(tokens, MOST));
            return emsp.platform().partners().invite("cpo", TOKEN_A);
        });
        theEmsp = cpo.run(() -> cpo.platform()
                .registration()
                .register(new Url(emsp.platform().server().versionsUrl()), TOKEN_A));
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
        vertx.close().await(10, SECONDS);
    }

    @Test
    void an_empty_list_has_its_headers_and_an_empty_array() throws Exception {
        Page page = get("");

        assertThat(page.data().toString()).isEqualTo("[]");
        assertThat(page.total()).isEqualTo("0");
        assertThat(page.limit()).isEqualTo("5");
        assertThat(page.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "2, 4", "3, 3", "5, 2", "1000000, 2"})
    void following_the_links_yields_every_object_once_oldest_first(int limit, int pages) throws Exception {
        add(0, 7);

        List<Page> crawl = crawl("?limit=" + limit);

        assertThat(crawl).hasSize(pages);
        assertThat(crawl).allSatisfy(page -> {
            assertThat(page.total()).isEqualTo("7");
            assertThat(page.limit()).isEqualTo("5");
        });
        assertThat(uids(crawl)).containsExactly("T0", "T1", "T2", "T3", "T4", "T5", "T6");
    }

    @ParameterizedTest
    @CsvSource({"0, 2, T0 T1", "1, 1, T1", "5, 5, T5 T6", "6, 5, T6", "7, 5, ''", "1007, 5, ''", "3, 100, T3 T4 T5 T6"})
    void an_offset_of_ones_own_is_served(int offset, int limit, String uids) throws Exception {
        add(0, 7);

        Page page = get("?offset=" + offset + "&limit=" + limit);

        assertThat(String.join(" ", uids(List.of(page)))).isEqualTo(uids);
        assertThat(page.total()).isEqualTo("7");
        assertThat(page.next().isPresent()).isEqualTo(offset + uids.split(" ", -1).length < 7 && offset < 7);
    }

    @Test
    void a_link_carries_filters_offset_and_our_own_limit() throws Exception {
        add(0, 7);

        String next = get("?date_from=2026-01-01T00:00:01Z&date_to=2026-01-01T00:01:00Z&limit=100")
                .next()
                .orElseThrow();

        assertThat(next)
                .contains("date_from=2026-01-01T00%3A00%3A01Z", "date_to=2026-01-01T00%3A01%3A00Z")
                .contains("offset=5", "limit=5")
                .startsWith(emsp.platform().server().moduleUrl(OcpiVersion.V2_3_0, Tokens.LIST.module()) + "?");
    }

    @Test
    void the_window_begins_at_date_from_and_ends_before_date_to() throws Exception {
        add(0, 4);

        assertThat(uids(crawl("?date_from=2026-01-01T00:00:01Z"))).containsExactly("T1", "T2", "T3");
        assertThat(uids(crawl("?date_from=2026-01-01T00:00:01.001Z"))).containsExactly("T2", "T3");
        assertThat(uids(crawl("?date_to=2026-01-01T00:00:02Z"))).containsExactly("T0", "T1");
        assertThat(uids(crawl("?date_to=2026-01-01T00:00:02.001"))).containsExactly("T0", "T1", "T2");
        Page one = get("?limit=1&date_from=2026-01-01T00:00:01&date_to=2026-01-01T00:00:03");
        assertThat(one.total()).isEqualTo("2");
        assertThat(get("?date_from=2100-01-01T00:00:00Z").total()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=abc",
                "limit=",
                "offset=-1",
                "offset=1.5",
                "offset=99999999999999999999",
                "date_from=yesterday",
                "date_to=2026-01-01",
                "date_from=2026-01-01T00:00:00%2B02:00",
                "after=x"
            })
    void a_parameter_that_cannot_be_used_is_2001_and_named(String parameter) throws Exception {
        Page page = get("?" + parameter);

        assertThat(page.http()).isEqualTo(200);
        assertThat(page.status()).isEqualTo(2001);
        assertThat(page.envelope().path("status_message").asText())
                .contains(parameter.split("=")[0]);
    }

    @Test
    void objects_that_come_during_a_crawl_are_met_on_its_last_page() throws Exception {
        add(0, 4);
        List<Page> crawl = new ArrayList<>(List.of(get("?limit=2")));
        add(4, 3);

        crawl.addAll(crawl(crawl.get(0).next().orElseThrow()));

        assertThat(uids(crawl)).containsExactly("T0", "T1", "T2", "T3", "T4", "T5", "T6");
        assertThat(crawl.get(crawl.size() - 1).total()).isEqualTo("7");
    }

    @Test
    void a_page_that_was_served_before_shows_what_has_changed_since() throws Exception {
        add(0, 3);
        assertThat(get("").data().get(1).path("valid").asBoolean()).isTrue();
        assertThat(get("").data().toString()).isEqualTo(get("").data().toString());

        Token changed = Fixtures.aToken()
                .uid(new CiString("T1"))
                .valid(false)
                .lastUpdated(BASE.plusSeconds(99))
                .build();
        put("T1", changed);

        assertThat(get("").data().toString()).contains("\"valid\":false");
        emsp.run(() -> tokens.remove("t2"));
        assertThat(get("").total()).isEqualTo("2");
    }

    @Test
    void the_versions_do_not_mix_in_what_is_kept_of_pages() throws Exception {
        put("E", Fixtures.aToken().uid(new CiString("E")).type(TokenType.EMAID).build());

        for (int i = 0; i < 2; i++) {
            assertThat(get(OcpiVersion.V2_3_0, "").data().get(0).path("type").asText())
                    .isEqualTo("EMAID");
            assertThat(get(OcpiVersion.V2_2_1, "").data().get(0).path("type").asText())
                    .isEqualTo("OTHER");
        }
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void our_own_client_walks_the_list(OcpiVersion version) throws Exception {
        add(0, 12);
        List<String> seen = new ArrayList<>();

        int pages = cpo.run(() -> {
            PartnerClient client = cpo.platform().calling(theEmsp);
            return client.pages(Tokens.LIST, "", page -> {
                page.objects().forEach(token -> seen.add(token.value().uid().value()));
                return Future.succeededFuture();
            });
        });

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void behind_a_proxy_links_have_the_public_address() throws Exception {
        TestNode hidden = lab.node(
                "hidden",
                Role.EMSP,
                "NL",
                "HID",
                settings -> settings.publicUrl(Optional.of("https://roaming.example")));

        assertThat(hidden.platform().server().versionsUrl()).isEqualTo("https://roaming.example/ocpi/hidden/versions");
        assertThat(hidden.platform().server().moduleUrl(OcpiVersion.V2_2_1, Tokens.LIST.module()))
                .isEqualTo("https://roaming.example/ocpi/hidden/2.2.1/tokens");
    }

    private void add(int from, int count) throws Exception {
        for (int i = from; i < from + count; i++) {
            put(
                    "T" + i,
                    Fixtures.aToken()
                            .uid(new CiString("T" + i))
                            .valid(true)
                            .lastUpdated(BASE.plusSeconds(i))
                            .build());
        }
    }

    private void put(String uid, Token token) throws Exception {
        emsp.run(() -> tokens.put(Keys.fold(uid), "", token.lastUpdated(), Document.of(token)));
    }

    private List<Page> crawl(String query) throws Exception {
        List<Page> pages = new ArrayList<>();
        Optional<String> next = Optional.of(query);
        while (next.isPresent() && pages.size() < 100) {
            pages.add(get(next.get()));
            next = pages.get(pages.size() - 1).next();
        }
        return pages;
    }

    private Page get(String queryOrUrl) throws Exception {
        return get(OcpiVersion.V2_3_0, queryOrUrl);
    }

    private Page get(OcpiVersion version, String queryOrUrl) throws Exception {
        String url = queryOrUrl.startsWith("http")
                ? queryOrUrl
                : emsp.platform().server().moduleUrl(version, Tokens.LIST.module()) + queryOrUrl;
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(url)
                .putHeader("Authorization", "Token " + theEmsp.outgoingToken().base64());
        // On an event loop, or the body may have come and gone before anybody asks for it.
        return emsp.run(() -> client.request(options)
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> Page.of(response, body.toString()))));
    }

    private static List<String> uids(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> StreamSupport.stream(page.data().spliterator(), false))
                .map(token -> token.path("uid").asText())
                .toList();
    }

    private record Page(int http, JsonNode envelope, Map<String, String> headers) {
        private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

        static Page of(HttpClientResponse response, String body) {
            Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
            return new Page(response.statusCode(), Json.parseOwn(body), headers);
        }

        int status() {
            return envelope.path("status_code").asInt();
        }

        JsonNode data() {
            assertThat(status()).as(envelope.toString()).isEqualTo(1000);
            return envelope.path("data");
        }

        String total() {
            return headers.get("X-Total-Count");
        }

        String limit() {
            return headers.get("X-Limit");
        }

        Optional<String> next() {
            Matcher link = NEXT.matcher(headers.getOrDefault("Link", ""));
            return link.matches() ? Optional.of(link.group(1)) : Optional.empty();
        }
    }
}
