package dev.roamlab.node.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of which faults are made, over plain requests and answers. */
class AdviceTest {
    private static final String OBJECT = "tokens/NL/TSA/X";

    @ParameterizedTest
    @CsvSource({"'?limit=1&offset=2','?offset=2'", "'?limit=1',''", "'?offset=2','?offset=2'"})
    void an_ignored_parameter_does_not_reach_the_node(String asked, String seen) {
        Wire node = Wire.answering("[]");

        node.through(Requests.ignoring("limit"), Wire.get("tokens", asked));

        assertThat(node.seen.get(0).url()).isEqualTo(Wire.BASE + "tokens" + seen);
    }

    @Test
    void what_is_not_changed_stays_the_same_object() {
        WireAnswer answer = Wire.ok("{\"a\":1}");
        WireRequest request = Wire.get("tokens", "");
        Wire node = Wire.answering(answer);

        assertThat(node.through(Answers.data(Edits.drop("b")), request)).isSameAs(answer);
        assertThat(node.through(Answers.withoutAnswerHeaders("Link"), request)).isSameAs(answer);
        assertThat(node.through(Requests.body(Edits.drop("b")), request)).isSameAs(answer);
        assertThat(node.seen).allMatch(seen -> seen == request);
    }

    @Test
    void headers_and_methods_of_requests_are_changed() {
        Wire node = Wire.answering("{}");

        node.through(
                Requests.withoutHeaders("x-request-id")
                        .and(Requests.header("Authorization", value -> "Bearer x"))
                        .and(Requests.method(HttpMethod.POST)),
                Wire.put(OBJECT, "{}"));

        WireRequest seen = node.seen.get(0);
        assertThat(seen.headers().contains("X-Request-ID")).isFalse();
        assertThat(seen.headers().get("Authorization")).isEqualTo("Bearer x");
        assertThat(seen.method()).isEqualTo(HttpMethod.POST);
    }

    @Test
    void data_is_spoilt_in_successes_only() {
        Advice advice = Answers.data(Edits.drop("a"));

        assertThat(data(Wire.answering("[{\"a\":1}]").through(advice, Wire.get("tokens", ""))))
                .isEqualTo(Values.json("[{}]"));
        assertThat(data(Wire.answering(Wire.answer(404, 2000, "{\"a\":1}")).through(advice, Wire.get("tokens", ""))))
                .isEqualTo(Values.json("{\"a\":1}"));
    }

    @Test
    void statuses_and_codes_are_exchanged() {
        Wire node = Wire.answering(Wire.answer(200, 2001, ""));
        WireAnswer answer =
                node.through(Answers.httpStatus(200, 400).and(Answers.statusCode(2001, 3001)), Wire.get("tokens", ""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Messages.json(answer.body())
                        .orElseThrow()
                        .path("status_code")
                        .asInt())
                .isEqualTo(3001);
    }

    @Test
    void a_swallowed_push_is_answered_well_and_never_reaches_the_node() {
        Wire node = Wire.answering(Wire.answer(404, 2000, ""));

        WireAnswer answer = node.through(Behaviours.swallowed(), Wire.put(OBJECT, "{}"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(node.seen).allMatch(seen -> seen.method().equals(HttpMethod.GET));
    }

    @Test
    void what_is_never_sent_does_not_cross_and_what_is_sent_twice_crosses_twice() {
        Wire wire = Wire.answering("{}");

        wire.through(Behaviours.neverSent(), Wire.put(OBJECT, "{}"));
        assertThat(wire.seen).isEmpty();

        wire.through(Behaviours.twice(), Wire.put(OBJECT, "{}"));
        assertThat(wire.seen).hasSize(2);
    }

    @Test
    void a_put_that_merges_takes_what_is_left_out_from_what_is_stored() {
        Wire node = Wire.answering("{\"a\":1,\"b\":2}");

        node.through(Stored.putMerges(), Wire.put(OBJECT, "{\"a\":3}"));

        assertThat(Messages.json(node.seen.get(1).body())).contains(Values.json("{\"a\":3,\"b\":2}"));
    }

    @Test
    void a_patch_that_loses_fields_stores_the_rest_again() {
        Wire node = Wire.answering("{\"a\":1,\"b\":2}");

        node.through(Stored.patchLoses("b"), Wire.patch(OBJECT, "{\"a\":1}"));

        WireRequest last = node.seen.get(node.seen.size() - 1);
        assertThat(last.method()).isEqualTo(HttpMethod.PUT);
        assertThat(Messages.json(last.body())).contains(Values.json("{\"a\":1}"));
    }

    @Test
    void a_deletable_object_is_gone_until_it_is_pushed_again() {
        Wire node = Wire.answering("{\"uid\":\"X\"}");
        Advice advice = Stored.deletable();

        node.through(advice, Wire.request(HttpMethod.DELETE, OBJECT, "", ""));
        assertThat(node.through(advice, Wire.get(OBJECT, "")).status()).isEqualTo(404);

        node.through(advice, Wire.put(OBJECT, "{}"));
        assertThat(node.through(advice, Wire.get(OBJECT, "")).status()).isEqualTo(200);
    }

    @Test
    void a_replaced_token_goes_on_opening_the_doors() {
        String fresh = StandInNode.header("new");
        Wire node = Wire.with(request -> Wire.ok("{\"token\":\"new\"}"));
        Advice advice = Registered.oldTokenLives("PUT");

        node.through(advice, Wire.put("credentials", "{}"));
        node.through(advice, Wire.get("versions", ""));

        assertThat(node.seen.get(1).headers().get("Authorization")).isEqualTo(fresh);
    }

    @Test
    void a_stranger_is_let_in_as_the_last_partner() {
        Wire node = Wire.with(request -> "Token YWJj".equals(request.headers().get("Authorization"))
                ? Wire.ok("[]")
                : Wire.answer(401, 2000, ""));
        Advice advice = Registered.openTo(request -> true);
        WireRequest stranger = Wire.get("tokens", "")
                .withHeaders(MultiMap.caseInsensitiveMultiMap().set("Authorization", "Token eHl6"));

        assertThat(node.through(advice, stranger).status()).isEqualTo(401);
        node.through(advice, Wire.get("tokens", ""));
        assertThat(node.through(advice, stranger).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/sessions/NL/TSA/1,/sessions/XX/TSA/1,country",
        "/sessions/NL/TSA/1,/sessions/NL/ZZZ/1,party",
        "/sessions/NL/TSA/1,/sessions/1,none"
    })
    void the_owner_in_a_url_is_spoilt(String before, String after, String what) {
        var spoil = what.equals("country")
                ? Urls.otherCountry()
                : what.equals("party") ? Urls.otherParty() : Urls.withoutOwner();

        assertThat(spoil.apply("http://127.0.0.1:1" + before)).isEqualTo("http://127.0.0.1:1" + after);
    }

    @Test
    void date_from_is_moved_by_a_moment() {
        assertThat(Paging.justAfter("2026-07-01T12%3A00%3A00Z")).isEqualTo("2026-07-01T12%3A00%3A00.001Z");
        assertThat(Paging.oneLess("0")).isEqualTo("0");
    }

    private static JsonNode data(WireAnswer answer) {
        return Messages.json(answer.body()).orElseThrow().path("data");
    }
}
