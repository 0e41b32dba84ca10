package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Sessions, receiver interface, as an eMSP serves it: which URLs and methods there are. Spec: mod_sessions_emsp_interface. */
@Checks(module = CatalogueModule.SESSIONS)
final class SessionsReceiverCheck {

    @Proves(
            value = {"SES-007", "SES-039", "SES-042"},
            sut = SutRole.EMSP)
    void a_session_is_taken_and_shown(Probe probe) {
        try (Told told = Told.by(probe, SampleSessions.of(probe).full())) {
            WireExchange answer = told.answer();
            Claim created = probe.claim("SES-042").on(answer);
            if (!created.holds(answer.accepted(), "status_code 1000 and HTTP 201", answer.outcome())) {
                throw probe.skip("a valid Session was not accepted: " + answer.outcome());
            }
            created.holdsOrWarns(answer.status() == 201, "HTTP 201 for a Session that is new", answer.outcome());
            WireExchange got = told.shows(told.session());
            created.on(got).holds(told.isIn(got), "the Session that was PUT", got.outcome());
            probe.claim("SES-007")
                    .on(got)
                    .holds(told.isIn(got), "HTTP 200, status_code 1000 and the Session", got.outcome());
            shown(probe.claim("SES-039").on(got).at("/data"), told, got);
        }
    }

    private static void shown(Claim claim, Told told, WireExchange got) {
        boolean one = claim.holds(
                got.accepted() && got.data().isObject(), "HTTP 200, status_code 1000 and one object", got.outcome());
        if (!one) {
            return;
        }
        List<String> other = Alike.lacking(told.session(), got.data());
        List<String> essential = other.stream()
                .filter(pointer -> Required.FIELDS.contains(pointer.split("/", 3)[1]))
                .toList();
        claim.holds(essential.isEmpty(), "required fields as they were sent", "other values at " + essential);
        claim.holdsOrWarns(
                other.size() == essential.size(), "optional fields as they were sent", "other values at " + other);
    }

    @Proves(
            value = {"SES-005", "SES-037"},
            sut = SutRole.EMSP)
    void sessions_can_be_read_put_and_patched_only(Probe probe) {
        try (Told told = Told.accepted(probe, SampleSessions.of(probe).full())) {
            JsonNode before = told.copy();
            ObjectNode fresh = SampleSessions.of(probe).full();
            WireExchange posted = probe.post(probe.endpoint("sessions", Side.RECEIVER), fresh)
                    .once()
                    .send();
            WireExchange postedThere = told.call("POST").body(fresh).once().send();
            WireExchange deleted = told.call("DELETE").once().send();
            for (WireExchange answer : List.of(posted, postedThere, deleted)) {
                probe.claim("SES-037")
                        .on(answer)
                        .holdsOrWarns(
                                !answer.accepted(),
                                "a refusal such as HTTP 405",
                                answer.method() + ": " + answer.outcome());
            }
            probe.claim("SES-005")
                    .on(deleted)
                    .holdsOrWarns(!deleted.accepted(), "a refusal such as HTTP 405", deleted.outcome());
            stays(probe, told, before);
            WireExchange none = Told.at(probe, "GET", fresh.path("id").asText()).send();
            probe.claim("SES-037").on(none).holds(!none.accepted(), "no Session from a POST", none.outcome());
        }
    }

    private static void stays(Probe probe, Told told, JsonNode before) {
        WireExchange still = told.readBack(copy -> Told.changed(before, copy).isEmpty());
        for (String id : List.of("SES-005", "SES-037")) {
            Claim claim = probe.claim(id).on(still).at("/data");
            if (claim.holds(told.isIn(still), "the Session as it was", still.outcome())) {
                List<String> other = Told.changed(before, still.data());
                claim.holds(other.isEmpty(), "the Session as it was", "other values at " + other);
            }
        }
    }

    @Proves(value = "SES-038", sut = SutRole.EMSP)
    void sessions_of_other_parties_are_none_of_our_business(Probe probe) {
        ObjectNode foreign = SampleSessions.of(probe).minimal().put("party_id", "ZZ9");
        String[] path = {probe.us().countryCode(), "ZZ9", foreign.path("id").asText()};
        URI endpoint = probe.endpoint("sessions", Side.RECEIVER);
        for (WireExchange answer : List.of(
                probe.put(endpoint, foreign).path(path).send(),
                probe.get(endpoint).path(path).send())) {
            probe.claim("SES-038")
                    .on(answer)
                    .holds(
                            answer.refused(),
                            "HTTP 404 or a status_code 2xxx",
                            answer.method() + ": " + answer.outcome());
        }
    }

    @Proves(value = "SES-040", sut = SutRole.EMSP)
    void an_unknown_session_is_not_found(Probe probe) {
        WireExchange answer =
                Told.at(probe, "GET", UUID.randomUUID().toString()).send();
        probe.claim("SES-040").on(answer).holds(answer.status() == 404, "HTTP 404", answer.outcome());
    }

    @Proves(value = "SES-041", sut = SutRole.EMSP)
    void there_is_no_list_below_the_receiver(Probe probe) {
        URI endpoint = probe.endpoint("sessions", Side.RECEIVER);
        if (probe.offers("sessions", Side.SENDER)
                && probe.endpoint("sessions", Side.SENDER).equals(endpoint)) {
            throw probe.skip("the same URL is listed as SENDER");
        }
        String country = probe.us().countryCode();
        String party = probe.us().partyId();
        for (WireExchange answer : List.of(
                probe.get(endpoint).send(),
                probe.get(endpoint).path(country).send(),
                probe.get(endpoint).path(country, party).send())) {
            boolean list = answer.accepted()
                    && answer.data().isArray()
                    && !answer.data().isEmpty();
            probe.claim("SES-041")
                    .on(answer)
                    .holds(!list, "no list", "a list of " + answer.data().size());
        }
    }

    /** Nothing that stands in data is wrong. */
    @Proves(value = "SES-047", stage = Stage.FINAL, sut = SutRole.EMSP)
    void data_of_an_answer_to_a_push_is_free(Probe probe) {
        probe.evidence()
                .answers(answer -> List.of("PUT", "PATCH").contains(answer.method())
                        && answer.accepted()
                        && Traffic.isAt(probe, answer, Side.RECEIVER))
                .forEach(answer -> probe.claim("SES-047").on(answer).held());
    }

    @Proves(
            value = {"SES-005", "SES-071"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_cpo_deletes_nothing_and_takes_nothing(Probe probe) {
        List<WireExchange> calls = Traffic.calls(probe);
        for (WireExchange call : calls) {
            probe.claim("SES-005")
                    .on(call)
                    .holds(!call.method().equals("DELETE"), "no DELETE of a Session", "DELETE " + call.uri());
        }
        if (probe.proves("SES-071")) {
            probe.claim("SES-071").notApplicable("a CPO is sent no Sessions");
        }
    }
}
