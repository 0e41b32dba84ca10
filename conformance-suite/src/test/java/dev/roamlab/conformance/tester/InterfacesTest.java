package dev.roamlab.conformance.tester;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.wire.Body;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterfacesTest {
    private final TwoTesters two = new TwoTesters();

    @BeforeEach
    void register() {
        two.register(SpecVersion.V2_3_0);
    }

    @AfterEach
    void stop() throws Exception {
        two.close();
    }

    private URI at(String module, Side side) {
        return two.emsp.main().relation().orElseThrow().endpoint(module, side).orElseThrow();
    }

    private WireExchange get(URI url) {
        return two.emsp.caller().send(two.emsp.main().routedManners().get(url));
    }

    private WireExchange send(String method, URI url, JsonNode body) {
        return two.emsp.caller().send(two.emsp.main().routedManners().send(method, url, body));
    }

    @Test
    void a_crawl_by_links_finds_everything_once() {
        List<String> ids = new ArrayList<>();
        Optional<URI> next =
                Optional.of(URI.create(at("locations", Side.SENDER) + "?limit=3&date_from=2020-01-01T00:00:00Z"));
        while (next.isPresent()) {
            WireExchange page = get(next.get());
            page.data().forEach(location -> ids.add(location.path("id").asText()));
            assertThat(page.responseHeaders().first("X-Total-Count")).contains("7");
            assertThat(page.responseHeaders().first("X-Limit")).contains("5");
            next = page.responseHeaders().first("Link").map(link -> URI.create(link.substring(1, link.indexOf('>'))));
            next.ifPresent(url -> assertThat(url.getQuery()).contains("date_from=2020", "cursor="));
        }
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void date_from_is_inclusive_and_date_to_exclusive() {
        String moment = two.cpo
                .main()
                .owned("tariffs")
                .list()
                .get(0)
                .path("last_updated")
                .asText();
        ObjectNode only = two.cpo.main().owned("tariffs").list().get(0).put("last_updated", "2020-02-02T00:00:00Z");
        two.cpo.main().owned("tariffs").clear();
        two.cpo.main().owned("tariffs").put(only);

        assertThat(moment).isNotEmpty();
        assertThat(get(URI.create(at("tariffs", Side.SENDER) + "?date_from=2020-02-02T00:00:00Z"))
                        .data())
                .hasSize(1);
        assertThat(get(URI.create(at("tariffs", Side.SENDER) + "?date_to=2020-02-02T00:00:00Z"))
                        .data())
                .isEmpty();
    }

    @Test
    void sessions_want_a_date_from() {
        assertThat(get(at("sessions", Side.SENDER)).ocpiStatus()).contains(2001);
    }

    @Test
    void answers_echo_ids_and_swap_routing_headers() {
        WireExchange answer = get(at("tariffs", Side.SENDER));

        assertThat(answer.responseHeaders().first("X-Request-ID"))
                .isEqualTo(answer.requestHeaders().first("X-Request-ID"));
        assertThat(answer.responseHeaders().first("OCPI-from-party-id")).contains("CPO");
        assertThat(answer.responseHeaders().first("OCPI-to-party-id")).contains("MSP");
        assertThat(answer.target())
                .hasValueSatisfying(
                        target -> assertThat(target.is("tariffs", Side.SENDER)).isTrue());
    }

    @ParameterizedTest
    @EnumSource(SpecVersion.class)
    void a_tariff_has_the_form_of_its_version(SpecVersion version) {
        two.enrolment().switchTo(version);

        JsonNode tariff = get(at("tariffs", Side.SENDER)).data().get(2);

        assertThat(tariff.has("tax_included")).isEqualTo(version == SpecVersion.V2_3_0);
        assertThat(tariff.path("min_price").has("excl_vat")).isEqualTo(version == SpecVersion.V2_2_1);
    }

    @Test
    void a_location_has_three_depths() {
        ObjectNode location = two.cpo.main().owned("locations").list().get(0);
        String path = at("locations", Side.SENDER) + "/" + location.path("id").asText();
        String evse = location.path("evses").get(0).path("uid").asText();

        assertThat(get(URI.create(path)).data().path("id")).isEqualTo(location.path("id"));
        assertThat(get(URI.create(path + "/" + evse)).data().path("uid").asText())
                .isEqualTo(evse);
        assertThat(get(URI.create(path + "/" + evse + "/1")).data().path("id").asText())
                .isEqualTo("1");
        assertThat(get(URI.create(path + "/" + evse + "/9")).status()).isEqualTo(404);
    }

    @Test
    void a_token_is_put_patched_and_read_back() {
        ObjectNode token = two.emsp.main().samples().tokens().full(SpecVersion.V2_3_0);
        URI url = URI.create(
                at("tokens", Side.RECEIVER) + "/NL/MSP/" + token.path("uid").asText());

        assertThat(send("PUT", url, token).status()).isEqualTo(201);
        assertThat(send("PUT", url, token).status()).isEqualTo(200);
        assertThat(send("PATCH", url, JsonNodeFactory.instance.objectNode().put("valid", false))
                        .accepted())
                .isTrue();

        assertThat(get(url).data().path("valid").asBoolean()).isFalse();
        assertThat(two.cpo.main().held("tokens").byId(token.path("uid").asText()))
                .isPresent();
        assertThat(get(URI.create(url + "?type=APP_USER")).ocpiStatus()).contains(2004);
    }

    @Test
    void a_wrong_token_is_recorded_and_answered_401_without_an_envelope() {
        WireExchange answer = two.emsp.caller().send(Manners.with("wrong").get(at("locations", Side.SENDER)));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.responseBody().isEmpty()).isTrue();
        assertThat(two.cpoEvidence.received(exchange -> exchange.status() == 401))
                .hasSize(1);
    }

    @Test
    void what_is_no_json_is_answered_400() {
        var request = two.emsp
                .main()
                .routedManners()
                .outgoing("PUT", URI.create(at("tokens", Side.RECEIVER) + "/NL/MSP/1"), Body.of("{\"uid\":"));

        assertThat(two.emsp.caller().send(request).status()).isEqualTo(400);
    }

    @Test
    void a_script_changes_so_many_answers_and_remembers_them() {
        try (Script script = two.cpo
                .main()
                .script(incoming -> incoming.is("GET", "tariffs"))
                .times(1)
                .answer(Reply.ocpi(200, 3000, "scripted"))) {
            assertThat(get(at("tariffs", Side.SENDER)).ocpiStatus()).contains(3000);
            assertThat(get(at("tariffs", Side.SENDER)).ocpiStatus()).contains(1000);
            assertThat(script.await(Duration.ofSeconds(5))).isPresent();
            assertThat(script.hits()).hasSize(1);
        }
    }

    @Test
    void a_dropped_connection_is_an_exchange_without_an_answer() {
        two.cpo.main().script(incoming -> incoming.is("GET", "tariffs")).answer(Reply.drop());

        assertThat(two.emsp
                        .caller()
                        .attempt(two.emsp.main().routedManners().get(at("tariffs", Side.SENDER)))
                        .answered())
                .isFalse();
    }

    @Test
    void a_module_can_move() {
        URI before = at("tariffs", Side.SENDER);
        two.cpo.main().move("tariffs", "x7");
        two.enrolment().rotate();

        assertThat(at("tariffs", Side.SENDER).toString()).endsWith("/x7");
        assertThat(get(at("tariffs", Side.SENDER)).data()).hasSize(3);
        assertThat(get(before).data()).hasSize(3);
    }

    @Test
    void a_further_platform_has_its_own_path_and_versions() {
        Platform odd = two.cpo.another(
                two.cpo.main().party(),
                setup -> setup.versions("9.9.9", "2.2.1").without("tariffs").token("odd-token"));

        WireExchange list = two.emsp.caller().send(Manners.with("odd-token").get(odd.versionsUrl()));

        assertThat(list.data().get(0).path("version").asText()).isEqualTo("9.9.9");
        assertThat(get(odd.versionsUrl()).status()).isEqualTo(401);
    }
}
