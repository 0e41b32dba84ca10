package dev.roamlab.testkit;

import static dev.roamlab.testkit.ClientLab.await;
import static dev.roamlab.testkit.ClientLab.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.roamlab.ocpi.http.ListPage;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.http.PartnerException.Kind;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.Problem;
import dev.roamlab.ocpi.locations.Locations;
import dev.roamlab.ocpi.sessions.Sessions;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to one partner, and the walk along its lists. */
class PartnerClientTest {
    private static final String LIST = "GET /2.3.0/tokens/";

    private ClientLab lab;

    @BeforeEach
    void start() throws Exception {
        lab = new ClientLab();
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%s>; rel=\"next\"",
                "<%s>;rel=next",
                "<http://x/0>; rel=\"first\", <%s> ; title=\"a,b\"; rel=\"next\"",
                "< %s >; REL=\"NEXT\""
            })
    void a_list_is_walked_to_its_end_by_its_links(String form) throws Exception {
        serve(5, 2, "cursor=a%2Bb&", form);

        assertThat(uids(lab.pages("date_from=2026-01-01T00:00:00Z"))).containsExactly("T0", "T1", "T2", "T3", "T4");
        assertThat(lab.partner.requests())
                .extracting(ReceivedRequest::query)
                .containsExactly(
                        "date_from=2026-01-01T00:00:00Z",
                        "cursor=a%2Bb&offset=2&limit=2",
                        "cursor=a%2Bb&offset=4&limit=2");
    }

    @Test
    void paging_headers_are_read_in_any_case_and_relative_links_tolerated() throws Exception {
        lab.partner.on(
                LIST,
                request -> request.query().isEmpty()
                        ? page(0, 1).with("LINK", "<?offset=1>; rel=\"next\"").with("x-TOTAL-count", " 2 ")
                        : page(1, 1).with("x-total-count", "many"));

        List<ListPage<Token>> pages = lab.pages("");

        assertThat(uids(pages)).containsExactly("T0", "T1");
        assertThat(pages.get(0).total()).hasValue(2);
        assertThat(pages.get(1).total()).isEmpty();
    }

    @Test
    void a_faulty_object_does_not_spoil_its_page() throws Exception {
        ArrayNode data = Json.array();
        data.add(token("T0"))
                .add(Json.object().put("uid", "BAD"))
                .add(token("T2"))
                .addNull()
                .add(7);
        lab.partner.on(LIST, FakeAnswer.data(data));

        ListPage<Token> page = lab.pages("").get(0);

        assertThat(page.objects())
                .extracting(token -> token.value().uid().value())
                .containsExactly("T0", "T2");
        assertThat(page.refused())
                .extracting(ListPage.Refused::index, ListPage.Refused::id)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "BAD"),
                        org.assertj.core.groups.Tuple.tuple(3, "?"),
                        org.assertj.core.groups.Tuple.tuple(4, "?"));
        assertThat(page.refused().get(0).problems())
                .extracting(Problem::pointer)
                .contains("/country_code");
    }

    @Test
    void no_data_is_an_empty_list_and_one_object_is_none() throws Exception {
        lab.partner.on(LIST, FakeAnswer.status(200, 1000));
        assertThat(uids(lab.pages(""))).isEmpty();

        lab.partner.on(LIST, FakeAnswer.data(token("T0")));
        assertThat(walkFailure().kind()).isEqualTo(Kind.NOT_OCPI);
    }

    @Test
    void links_that_lead_round_in_a_circle_are_left() throws Exception {
        lab.partner.on(
                LIST,
                request -> page(0, 1)
                        .with(
                                "Link",
                                "<" + listUrl() + "?offset=" + (request.query().endsWith("1") ? 2 : 1)
                                        + ">; rel=next"));

        PartnerException failure = walkFailure();

        assertThat(failure.kind()).isEqualTo(Kind.NOT_OCPI);
        assertThat(failure.getMessage()).contains("Link");
        assertThat(lab.partner.requests()).hasSize(3);
    }

    @Test
    void links_to_empty_pages_without_end_are_left() throws Exception {
        int[] offset = {0};
        lab.partner.on(
                LIST,
                request -> FakeAnswer.data(Json.array())
                        .with("Link", "<" + listUrl() + "?offset=" + ++offset[0] + ">; rel=next"));

        assertThat(walkFailure().kind()).isEqualTo(Kind.NOT_OCPI);
        assertThat(lab.partner.requests().size()).isLessThan(50);
    }

    @Test
    void a_last_page_that_links_to_itself_is_the_last() throws Exception {
        lab.partner.on(LIST, page(0, 1).with("Link", "<" + listUrl() + ">; rel=next"));

        assertThat(uids(lab.pages(""))).containsExactly("T0");
    }

    @Test
    void a_list_that_shrinks_meanwhile_is_not_missed_in_part() throws Exception {
        List<String> list = new ArrayList<>(List.of("T0", "T1", "T2", "T3", "T4", "T5"));
        lab.partner.on(LIST, request -> {
            int offset = request.query().isEmpty()
                    ? 0
                    : Integer.parseInt(request.query().replaceAll(".*offset=(\\d+).*", "$1"));
            if (offset == 2) {
                list.remove("T0");
            }
            return page(list, offset, 2, "", "<%s>; rel=\"next\"");
        });

        assertThat(uids(lab.pages(""))).contains("T1", "T2", "T3", "T4", "T5");
    }

    @Test
    void a_page_that_fails_ends_the_walk_with_its_failure() throws Exception {
        lab.partner.on(
                LIST,
                request -> request.query().isEmpty()
                        ? page(0, 1).with("Link", "<" + listUrl() + "?offset=1>; rel=next")
                        : FakeAnswer.status(500, 3000));

        assertThat(walkFailure().httpStatus()).hasValue(500);
    }

    @Test
    void functional_modules_are_called_with_routing_headers_below_the_listed_url() throws Exception {
        lab.partner.on("GET /2.3.0/loc/NL/VLT/a%2Fb", FakeAnswer.status(200, 1000));

        await(lab.calling(OcpiVersion.V2_3_0)
                .call(Locations.GET, Map.of("country_code", "NL", "party_id", "VLT", "location_id", "a/b"), ""));

        ReceivedRequest request = lab.partner.requests().get(0);
        assertThat(List.of(
                        request.header("OCPI-from-country-code"),
                        request.header("OCPI-from-party-id"),
                        request.header("OCPI-to-country-code"),
                        request.header("OCPI-to-party-id")))
                .containsExactly("NL", "VLT", "DE", "KNT");
    }

    @Test
    void a_patch_carries_only_what_changes_in_the_partners_version() throws Exception {
        lab.partner.on("PATCH /2.2.1/loc/NL/VLT/L1", FakeAnswer.status(200, 1000));

        await(lab.calling(OcpiVersion.V2_2_1)
                .patch(
                        Locations.PATCH,
                        Map.of("country_code", "NL", "party_id", "VLT", "location_id", "L1"),
                        "",
                        Json.object().put("name", "New").put("help_phone", "+31")));

        ReceivedRequest request = lab.partner.requests().get(0);
        assertThat(request.body()).isEqualTo("{\"name\":\"New\"}");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void what_the_partner_does_not_list_is_not_called() throws Exception {
        var client = lab.calling(OcpiVersion.V2_3_0);

        assertThat(client.offers(Tokens.LIST)).isTrue();
        assertThat(client.offers(Tokens.PUT)).isFalse();
        assertThat(failure(client.pages(Sessions.LIST, "", page -> Future.succeededFuture()))
                        .kind())
                .isEqualTo(Kind.NOT_OFFERED);
        assertThat(lab.partner.requests()).isEmpty();
    }

    private PartnerException walkFailure() throws Exception {
        return failure(lab.calling(OcpiVersion.V2_3_0).pages(Tokens.LIST, "", page -> Future.succeededFuture()));
    }

    private void serve(int objects, int pageSize, String extra, String form) {
        List<String> list =
                Stream.iterate(0, i -> i + 1).limit(objects).map(i -> "T" + i).toList();
        lab.partner.on(LIST, request -> {
            int offset = request.query().contains("offset=")
                    ? Integer.parseInt(request.query().replaceAll(".*offset=(\\d+).*", "$1"))
                    : 0;
            return page(list, offset, pageSize, extra, form);
        });
    }

    private FakeAnswer page(List<String> list, int offset, int size, String extra, String form) {
        ArrayNode data = Json.array();
        list.stream().skip(offset).limit(size).forEach(uid -> data.add(token(uid)));
        FakeAnswer answer = FakeAnswer.data(data).with("X-Total-Count", String.valueOf(list.size()));
        String next = listUrl() + "?" + extra + "offset=" + (offset + size) + "&limit=" + size;
        return offset + size < list.size() ? answer.with("Link", form.formatted(next)) : answer;
    }

    private FakeAnswer page(int from, int count) {
        ArrayNode data = Json.array();
        for (int i = from; i < from + count; i++) {
            data.add(token("T" + i));
        }
        return FakeAnswer.data(data);
    }

    private String listUrl() {
        return lab.partner.baseUrl() + "/2.3.0/tokens/";
    }

    private static JsonNode token(String uid) {
        return Json.object()
                .put("country_code", "DE")
                .put("party_id", "KNT")
                .put("uid", uid)
                .put("type", "RFID")
                .put("contract_id", "DE-KNT-C1")
                .put("issuer", "KNT")
                .put("valid", true)
                .put("whitelist", "ALWAYS")
                .put("last_updated", "2026-11-21T10:00:00Z");
    }

    private static List<String> uids(List<ListPage<Token>> pages) {
        return pages.stream()
                .flatMap(page -> page.objects().stream())
                .map(token -> token.value().uid().value())
                .toList();
    }
}
