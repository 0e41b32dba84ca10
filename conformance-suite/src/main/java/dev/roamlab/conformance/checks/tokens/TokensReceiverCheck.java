package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.TokenSamples;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;

/** Tokens, receiver interface, as a CPO serves it. Spec: mod_tokens_cpo_interface. */
@Checks(module = CatalogueModule.TOKENS)
final class TokensReceiverCheck {
    @Proves(
            value = {"TOK-006", "TOK-017", "TOK-018", "TOK-026", "TOK-027", "TOK-035"},
            sut = SutRole.CPO)
    void a_token_is_put_read_back_and_changed(Probe probe) {
        try (HeldToken held = HeldToken.of(probe, samples(probe).full(probe.version()))) {
            WireExchange put = held.put();
            isThere(probe, put);
            probe.claim("TOK-027").on(put).holds(put.accepted(), "HTTP 200 or 201, status_code 1000", put.outcome());
            if (!put.accepted()) {
                throw probe.skip("the Token was not accepted: " + put.outcome());
            }
            probe.claim("TOK-027").on(put).holdsOrWarns(put.status() == 201, "HTTP 201 for a new Token", put.status());
            WireExchange got = held.readBack();
            isThere(probe, got);
            isAsPut(probe, held.token(), got);
            WireExchange again = held.put();
            probe.claim("TOK-027").on(again).holds(again.accepted(), "HTTP 200, status_code 1000", again.outcome());
            probe.claim("TOK-027").on(again).holdsOrWarns(again.status() == 200, "HTTP 200", again.outcome());
            if (Answers.shows(got)) {
                changed(probe, held, got.data());
            }
        }
    }

    private static void isThere(Probe probe, WireExchange answer) {
        String method = answer.method();
        probe.claim("TOK-017").on(answer).holds(answer.accepted(), method + " accepted", answer.outcome());
        probe.claim("TOK-018")
                .on(answer)
                .holds(!Answers.missing(answer) && answer.accepted(), method + " accepted", answer.outcome());
    }

    private static void isAsPut(Probe probe, ObjectNode token, WireExchange got) {
        ObjectNode required = token.deepCopy().retain(TokenFields.REQUIRED);
        List<String> wrong = Alike.lacking(required, got.data());
        probe.claim("TOK-026")
                .on(got)
                .at("/data")
                .holds(
                        Answers.shows(got) && wrong.isEmpty(),
                        "the Token object as it was put",
                        Answers.shows(got) ? "other values at " + wrong : got.outcome() + " " + got.data());
        probe.claim("TOK-027").on(got).holds(Answers.shows(got) && wrong.isEmpty(), "the Token", got.outcome());
        List<String> optional = Alike.lacking(token.deepCopy().without(TokenFields.REQUIRED), got.data());
        probe.claim("TOK-026")
                .on(got)
                .at("/data")
                .holdsOrWarns(optional.isEmpty(), "the optional fields as they were put", optional);
    }

    private static void changed(Probe probe, HeldToken held, JsonNode before) {
        String later = held.later();
        WireExchange patch = held.patch(
                JsonNodeFactory.instance.objectNode().put("valid", false).put("last_updated", later));
        isThere(probe, patch);
        probe.claim("TOK-035").on(patch).holds(patch.accepted(), "an accepted PATCH", patch.outcome());
        if (!patch.accepted()) {
            return;
        }
        ObjectNode wanted = ((ObjectNode) before.deepCopy()).put("valid", false).put("last_updated", later);
        WireExchange after =
                held.readBack(answer -> Alike.differing(wanted, answer.data()).isEmpty());
        List<String> wrong = Alike.differing(wanted, after.data());
        probe.claim("TOK-035")
                .on(after)
                .at("/data")
                .holds(wrong.isEmpty(), "valid and last_updated changed and nothing else", wrong);
        boolean kept = Answers.shows(after) && !after.data().path("valid").asBoolean(true);
        wrong.remove("/last_updated");
        probe.claim("TOK-006")
                .on(after)
                .at("/data/valid")
                .holds(kept && wrong.isEmpty(), "the Token as before, with valid false", after.data());
    }

    @Proves(value = "TOK-017", sut = SutRole.CPO)
    void a_url_without_party_is_none(Probe probe) {
        ObjectNode token = samples(probe).minimal(probe.version()).put("valid", false);
        WireExchange put = probe.put(probe.endpoint("tokens", Side.RECEIVER), token)
                .path(token.path("uid").asText())
                .once()
                .send();
        probe.claim("TOK-017").on(put).holdsOrWarns(!put.accepted(), "a refusal of {url}/{token_uid}", put.outcome());
    }

    @Proves(value = "TOK-019", sut = SutRole.CPO)
    void post_is_not_available(Probe probe) {
        HeldToken held =
                HeldToken.of(probe, samples(probe).minimal(probe.version()).put("valid", false));
        WireExchange atEndpoint = probe.post(probe.endpoint("tokens", Side.RECEIVER), held.token())
                .once()
                .send();
        WireExchange atObject = held.call("POST").body(held.token()).once().send();
        for (WireExchange post : List.of(atEndpoint, atObject)) {
            probe.claim("TOK-019")
                    .on(post)
                    .holds(Answers.refused(post), "a refusal of POST such as HTTP 405", post.outcome());
        }
        WireExchange got = held.absence();
        probe.claim("TOK-019").on(got).holds(!held.isIn(got), "no Token from a POST", got.outcome());
    }

    @Proves(value = "TOK-020", sut = SutRole.CPO)
    void delete_is_not_available(Probe probe) {
        try (HeldToken held = HeldToken.pushed(probe, samples(probe).minimal(probe.version()))) {
            WireExchange delete = held.call("DELETE").once().send();
            probe.claim("TOK-020")
                    .on(delete)
                    .holds(Answers.refused(delete), "a refusal of DELETE such as HTTP 405", delete.outcome());
            WireExchange got = held.readBack();
            probe.claim("TOK-020").on(got).holds(held.isIn(got), "the Token, still there", got.outcome());
        }
    }

    @Proves(
            value = {"TOK-021", "TOK-038"},
            sut = SutRole.CPO)
    void an_unknown_token_is_not_found(Probe probe) {
        HeldToken unknown = HeldToken.of(probe, samples(probe).minimal(probe.version()));
        WireExchange got = unknown.get();
        boolean empty = !got.data().isObject()
                && got.ocpiStatus().filter(code -> code / 1000 == 1).isEmpty();
        probe.claim("TOK-021")
                .on(got)
                .holds(got.status() == 404 && empty, "HTTP 404 without data", got.outcome() + " " + got.data());
        WireExchange patch = unknown.patch(
                JsonNodeFactory.instance.objectNode().put("valid", true).put("last_updated", unknown.later()));
        probe.claim("TOK-038")
                .on(patch)
                .holds(patch.refused(), "HTTP 404, or a status_code from 2000 to 2999", patch.outcome());
        WireExchange after = unknown.absence();
        probe.claim("TOK-038").on(after).holds(!Answers.shows(after), "nothing stored by the PATCH", after.outcome());
    }

    @Proves(value = "TOK-024")
    void a_uid_is_matched_without_case(Probe probe) {
        if (probe.role() == SutRole.EMSP) {
            new Authorizing(probe).matchesWithoutCase("TOK-024");
            return;
        }
        ObjectNode token = samples(probe).minimal(probe.version());
        token.put("uid", "aBcD" + token.path("uid").asText());
        try (HeldToken held = HeldToken.pushed(probe, token)) {
            String swapped = Authorizing.swapped(held.uid());
            WireExchange got = probe.readBack(() -> held.bare(swapped, "GET"), held::isIn);
            probe.claim("TOK-024")
                    .on(got)
                    .holds(held.isIn(got), "the Token " + held.uid() + " under " + swapped, got.outcome());
        }
    }

    @Proves(value = "TOK-025", sut = SutRole.CPO)
    void another_partys_tokens_are_out_of_reach(Probe probe) {
        Party stranger = stranger(probe);
        ObjectNode token = samples(probe)
                .minimal(probe.version())
                .put("party_id", stranger.partyId())
                .put("valid", false);
        HeldToken held = HeldToken.under(stranger, probe, token);
        WireExchange put = held.put();
        probe.claim("TOK-025")
                .on(put)
                .holdsOrWarns(!put.accepted(), "a refusal of a Token of " + stranger, put.outcome());
        WireExchange got = held.get();
        probe.claim("TOK-025").on(got).holds(!Answers.shows(got), "HTTP 404 for a Token of " + stranger, got.outcome());
    }

    /** A party that neither side announced. */
    static Party stranger(Probe probe) {
        String country = probe.us().countryCode();
        return List.of("Q7X", "Q8X", "Q9X").stream()
                .map(id -> new Party(country, id))
                .filter(party -> probe.parties().stream().noneMatch(one -> one.is(country, party.partyId())))
                .findFirst()
                .orElseThrow();
    }

    @Proves(value = "TOK-028", sut = SutRole.CPO)
    void a_put_replaces_the_whole_token(Probe probe) {
        try (HeldToken held = HeldToken.pushed(probe, samples(probe).full(probe.version()))) {
            held.readBack();
            ObjectNode less = held.token().deepCopy();
            List<String> dropped = List.of("visual_number", "group_id", "language");
            less.remove(dropped);
            less.put("last_updated", held.later());
            WireExchange put = held.put(less);
            probe.claim("TOK-028").on(put).holds(put.accepted(), "an accepted PUT", put.outcome());
            WireExchange got = held.readBack(
                    answer -> Answers.shows(answer) && left(answer, dropped).isEmpty());
            probe.claim("TOK-028")
                    .on(got)
                    .at("/data")
                    .holds(
                            Answers.shows(got) && left(got, dropped).isEmpty(),
                            "a Token without " + dropped,
                            got.outcome() + ", still there: " + left(got, dropped));
        }
    }

    private static List<String> left(WireExchange answer, List<String> fields) {
        return fields.stream()
                .filter(field -> !Alike.nothing(answer.data().path(field)))
                .toList();
    }

    @Proves(value = "TOK-037", sut = SutRole.CPO)
    void a_patch_needs_last_updated(Probe probe) {
        try (HeldToken held = HeldToken.pushed(probe, samples(probe).minimal(probe.version()))) {
            held.readBack();
            WireExchange patch =
                    held.patch(JsonNodeFactory.instance.objectNode().put("valid", false));
            probe.claim("TOK-037")
                    .on(patch)
                    .holds(Answers.isOk(patch, 2001), "HTTP 200 with status_code 2001", patch.outcome());
            WireExchange got = held.get();
            probe.claim("TOK-037")
                    .on(got)
                    .at("/data/valid")
                    .holds(got.data().path("valid").asBoolean(false), "valid true, as before", got.data());
        }
    }

    private static TokenSamples samples(Probe probe) {
        return probe.platform().samples().tokens();
    }
}
