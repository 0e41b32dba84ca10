package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.checks.objects.OwnList;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tokens, sender interface: the list that an eMSP serves. Spec: mod_tokens_emsp_interface. */
@Checks(module = CatalogueModule.TOKENS)
final class TokensSenderCheck {
    private static final String TOKENS = "tokens";
    private static final Duration FAR_AHEAD = Duration.ofDays(3650);

    @Proves(value = "TOK-001", sut = SutRole.EMSP)
    void the_credentials_token_opens_the_list(Probe probe) {
        WireExchange list = probe.list(TOKENS).send();
        probe.claim("TOK-001").on(list).holds(list.status() != 401, "no HTTP 401", list.outcome());
    }

    @Proves(value = "TOK-039", sut = SutRole.EMSP)
    void interface_has_get_and_post_only(Probe probe) {
        Set<String> before = keys(probe.crawl(probe.list(TOKENS)));
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            for (Call call :
                    List.of(endpoint(probe, method), endpoint(probe, method).path(fresh(probe)))) {
                WireExchange answer =
                        call.body(JsonNodeFactory.instance.objectNode()).once().send();
                probe.claim("TOK-039")
                        .on(answer)
                        .holdsOrWarns(
                                Answers.refused(answer),
                                "a refusal such as HTTP 405",
                                method + ": " + answer.outcome());
            }
        }
        Crawl after = probe.crawl(probe.list(TOKENS));
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(keys(after));
        probe.claim("TOK-039")
                .on(after.pages().get(0))
                .holds(gone.isEmpty() || !after.complete(), "the list as it was", "without " + gone);
    }

    private static String fresh(Probe probe) {
        return probe.platform().samples().shortId();
    }

    private static Call endpoint(Probe probe, String method) {
        return probe.call(method, probe.endpoint(TOKENS, Side.SENDER));
    }

    private static Set<String> keys(Crawl crawl) {
        Set<String> keys = new TreeSet<>();
        crawl.objects().forEach(token -> keys.add(OwnList.key(token)));
        return keys;
    }

    @Proves(value = "TOK-040", sut = SutRole.EMSP)
    void date_from_is_inclusive(Probe probe) {
        new OwnList(probe, TOKENS).dateFromIsInclusive("TOK-040");
    }

    @Proves(value = "TOK-041", sut = SutRole.EMSP)
    void date_to_is_exclusive(Probe probe) {
        new OwnList(probe, TOKENS).dateToIsExclusive("TOK-041");
        List<Instant> moments = probe.crawl(TOKENS).objects().stream()
                .flatMap(token -> Moment.of(token.path("last_updated")).stream())
                .sorted()
                .toList();
        Instant from = moments.get(moments.size() / 4);
        Instant until = moments.get(moments.size() * 3 / 4);
        if (from.isBefore(until)) {
            Crawl part = probe.crawl(
                    probe.list(TOKENS).query("date_from", from.toString()).query("date_to", until.toString()));
            List<String> outside = part.objects().stream()
                    .filter(token -> Moment.of(token.path("last_updated"))
                            .filter(at -> at.isBefore(from) || !at.isBefore(until))
                            .isPresent())
                    .map(OwnList::key)
                    .toList();
            probe.claim("TOK-041")
                    .on(part.pages().get(0))
                    .holds(outside.isEmpty(), "nothing outside " + from + " to " + until, outside);
        }
    }

    @Proves(value = "TOK-042", sut = SutRole.EMSP)
    void offset_and_limit_choose_a_place(Probe probe) {
        if (probe.crawl(TOKENS).objects().size() < 3) {
            throw probe.inconclusive("the list has fewer than 3 Tokens");
        }
        new OwnList(probe, TOKENS).pagesByOffset("TOK-042", 2);
        startsAtNought(probe);
        WireExchange page = probe.list(TOKENS).query("limit", "1").send();
        Optional<String> total = page.responseHeaders().first("X-Total-Count").filter(text -> text.matches("\\d{1,9}"));
        if (total.isPresent()) {
            WireExchange end = probe.list(TOKENS).query("offset", total.get()).send();
            probe.claim("TOK-042")
                    .on(end)
                    .holdsOrWarns(
                            end.accepted() && end.data().isEmpty(),
                            "an empty list at offset=X-Total-Count",
                            end.outcome() + ", " + end.data().size() + " Tokens");
        }
    }

    private static void startsAtNought(Probe probe) {
        boolean same = false;
        WireExchange without = null;
        for (int attempt = 0; attempt < 2 && !same; attempt++) {
            without = probe.list(TOKENS).query("limit", "2").send();
            WireExchange nought =
                    probe.list(TOKENS).query("offset", "0").query("limit", "2").send();
            same = uids(without).equals(uids(nought));
        }
        probe.claim("TOK-042").on(without).at("/data").holds(same, "what offset=0 gives", uids(without));
    }

    private static List<String> uids(WireExchange page) {
        return java.util.stream.StreamSupport.stream(page.data().spliterator(), false)
                .map(OwnList::key)
                .toList();
    }

    @Proves(value = "TOK-043", sut = SutRole.EMSP)
    void limit_is_kept(Probe probe) {
        WireExchange one = probe.list(TOKENS).query("limit", "1").send();
        probe.claim("TOK-043")
                .on(one)
                .at("/data")
                .holds(
                        one.accepted() && one.data().size() <= 1,
                        "at most one Token for limit=1",
                        one.outcome() + ", " + one.data().size() + " Tokens");
        WireExchange many = probe.list(TOKENS).query("limit", "100000").send();
        probe.claim("TOK-043").on(many).holds(many.accepted(), "limit=100000 accepted", many.outcome());
    }

    @Proves(value = "TOK-044", sut = SutRole.EMSP)
    void pages_carry_their_headers(Probe probe) {
        new OwnList(probe, TOKENS).carriesPagingHeaders("TOK-044", true);
        for (WireExchange page : probe.crawl(TOKENS).pages()) {
            page.responseHeaders()
                    .first("X-Limit")
                    .filter(text -> text.matches("\\d{1,9}"))
                    .map(Integer::valueOf)
                    .ifPresent(limit -> probe.claim("TOK-044")
                            .on(page)
                            .at("X-Limit")
                            .holds(
                                    limit >= page.data().size(),
                                    "an X-Limit not below the number of Tokens, "
                                            + page.data().size(),
                                    limit));
        }
    }

    @Proves(value = "TOK-045", sut = SutRole.EMSP)
    void data_is_an_array_of_complete_tokens(Probe probe) {
        for (WireExchange page : probe.crawl(TOKENS).pages()) {
            probe.claim("TOK-045")
                    .on(page)
                    .at("/data")
                    .holds(page.accepted() && page.data().isArray(), "an array in data", page.outcome());
            for (int i = 0; i < page.data().size(); i++) {
                JsonNode token = page.data().get(i);
                List<String> missing = TokenFields.REQUIRED.stream()
                        .filter(field -> Alike.nothing(token.path(field)))
                        .toList();
                probe.claim("TOK-045")
                        .on(page)
                        .at("/data/" + i)
                        .holds(missing.isEmpty(), "all required fields of a Token", "without " + missing);
            }
        }
        nothingIsAnEmptyList(probe);
    }

    private static void nothingIsAnEmptyList(Probe probe) {
        WireExchange none = probe.list(TOKENS)
                .query("date_from", Moment.text(Instant.now().plus(FAR_AHEAD)))
                .send();
        boolean latest = probe.crawl(TOKENS).objects().stream()
                .flatMap(token -> Moment.of(token.path("last_updated")).stream())
                .anyMatch(at -> at.isAfter(Instant.now().plus(FAR_AHEAD)));
        if (latest) {
            return;
        }
        var claim = probe.claim("TOK-045").on(none);
        claim.holds(
                none.status() == 200
                        && none.ocpiStatus().filter(code -> code == 1000).isPresent(),
                "HTTP 200, status_code 1000 when nothing matches",
                none.outcome());
        String total = none.responseHeaders().first("X-Total-Count").orElse("(absent)");
        claim.at("X-Total-Count").holds(total.trim().equals("0"), "X-Total-Count: 0", total);
        boolean absent = none.data().isNull() || none.data().isMissingNode();
        claim.at("/data").holdsOrWarns(!absent, "data []", none.data());
        claim.at("/data").holds(none.data().isEmpty(), "data []", none.data());
    }

    @Proves(value = "TOK-046", sut = SutRole.EMSP, stage = dev.roamlab.conformance.check.Stage.FINAL)
    void invalid_tokens_are_listed(Probe probe) {
        probe.seen().all("Token").stream()
                .filter(token -> token.isOwn() && !token.exchange().fromSut())
                .filter(token -> token.json().path("valid").isBoolean()
                        && !token.json().path("valid").asBoolean())
                .findFirst()
                .ifPresent(token -> probe.claim("TOK-046").on(token).held());
    }

    @Proves(value = "TOK-046", sut = SutRole.EMSP, stage = dev.roamlab.conformance.check.Stage.DRIVEN)
    void a_token_stays_listed_when_it_is_blocked(Probe probe) {
        if (!probe.canTrigger("add-token") || !probe.canTrigger("block-token")) {
            throw probe.inconclusive("needs the triggers add-token and block-token");
        }
        String uid = probe.trigger("add-token", Map.of()).path("uid").asText();
        if (uid.isEmpty() || !probe.eventually(() -> listed(probe, uid, true))) {
            throw probe.inconclusive("the operator's new Token is not in the list");
        }
        probe.trigger("block-token", Map.of("uid", uid));
        probe.claim("TOK-046")
                .holds(
                        probe.eventually(() -> listed(probe, uid, false)),
                        "the Token " + uid + " in the list with valid false, after it was blocked",
                        "no such Token");
    }

    private static boolean listed(Probe probe, String uid, boolean valid) {
        return probe.crawl(probe.list(TOKENS)).objects().stream()
                .anyMatch(token -> token.path("uid").asText().equalsIgnoreCase(uid)
                        && token.path("valid").asBoolean(!valid) == valid);
    }

    @Proves(value = "TOK-064", sut = SutRole.EMSP)
    void uid_and_type_occur_once(Probe probe) {
        new OwnList(probe, TOKENS).listsNothingTwice("TOK-064");
    }
}
