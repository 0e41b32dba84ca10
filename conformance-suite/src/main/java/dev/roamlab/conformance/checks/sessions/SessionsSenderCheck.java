package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Crawl;
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

/** Sessions, sender interface: what a CPO serves besides the windows of its list. Spec: mod_sessions_cpo_interface. */
@Checks(module = CatalogueModule.SESSIONS)
final class SessionsSenderCheck {
    private static final String SESSIONS = "sessions";

    @Proves(value = "SES-001", stage = Stage.FINAL)
    void module_is_listed_with_the_role_that_fits(Probe probe) {
        boolean sender = probe.offers(SESSIONS, Side.SENDER);
        boolean receiver = probe.offers(SESSIONS, Side.RECEIVER);
        if (!sender && !receiver) {
            return;
        }
        boolean cpo = probe.role() == SutRole.CPO;
        probe.claim("SES-001")
                .holds(
                        cpo ? sender : receiver,
                        "sessions with role " + (cpo ? Side.SENDER : Side.RECEIVER),
                        "only " + (sender ? Side.SENDER : Side.RECEIVER));
        for (Side side : Side.values()) {
            if (probe.offers(SESSIONS, side)) {
                URI url = probe.endpoint(SESSIONS, side);
                probe.claim("SES-001").holds(url.isAbsolute(), "an absolute URL", url);
            }
        }
    }

    @Proves(
            value = {"SES-002", "SES-028"},
            sut = SutRole.CPO)
    void listed_sessions_are_the_cpos_own_and_whole(Probe probe) {
        for (WireExchange page : probe.crawl(SESSIONS).pages()) {
            int index = 0;
            for (JsonNode session : page.data()) {
                String pointer = "/data/" + index++;
                boolean own = probe.parties().stream()
                        .anyMatch(party -> party.countryCode()
                                        .equalsIgnoreCase(
                                                session.path("country_code").asText())
                                && party.partyId()
                                        .equalsIgnoreCase(
                                                session.path("party_id").asText()));
                probe.claim("SES-002")
                        .on(page)
                        .at(pointer + "/country_code", pointer + "/party_id")
                        .holds(
                                own,
                                "a party of the credentials: " + probe.parties(),
                                session.path("country_code").asText() + "-"
                                        + session.path("party_id").asText());
                List<String> absent = Required.FIELDS.stream()
                        .filter(field -> Alike.nothing(session.path(field)))
                        .toList();
                probe.claim("SES-028")
                        .on(page)
                        .at(pointer)
                        .holds(absent.isEmpty(), "all required fields", "without " + absent);
            }
        }
    }

    @Proves(value = "SES-017", sut = SutRole.CPO)
    void interface_has_get_and_put_only(Probe probe) {
        URI url = probe.endpoint(SESSIONS, Side.SENDER);
        ObjectNode session = probe.platform()
                .samples()
                .charges()
                .minimal(
                        probe.version(), probe.platform().owned("tokens").list().get(0));
        String nobody = UUID.randomUUID().toString();
        session.put("id", nobody);
        for (Call call : List.of(
                probe.post(url, session),
                probe.post(url, session).path(nobody),
                probe.patch(url, session).path(nobody),
                probe.delete(url).path(nobody))) {
            WireExchange answer = call.once().send();
            probe.claim("SES-017")
                    .on(answer)
                    .holdsOrWarns(
                            !answer.accepted(),
                            "a refusal such as HTTP 405",
                            answer.method() + ": " + answer.outcome());
        }
        Crawl after = probe.crawl(probe.list(SESSIONS));
        probe.claim("SES-017")
                .on(after.pages().get(0))
                .holds(
                        SessionLists.ids(after.objects()).stream().noneMatch(nobody::equalsIgnoreCase),
                        "a list without the Session that we sent",
                        nobody);
    }

    @Proves(value = "SES-018", sut = SutRole.CPO)
    void the_list_is_at_the_endpoint(Probe probe) {
        WireExchange answer = new SessionLists(probe)
                .list("date_from", SessionLists.LONG_AGO, "limit", "5")
                .send();
        probe.claim("SES-018")
                .on(answer)
                .holds(
                        answer.status() == 200
                                && answer.ocpiStatus()
                                        .filter(code -> code == 1000)
                                        .isPresent(),
                        "HTTP 200 and status_code 1000",
                        answer.outcome());
    }

    @Proves(
            value = {"SES-020", "TRN-081"},
            sut = SutRole.CPO)
    void a_list_without_date_from_is_answered(Probe probe) {
        WireExchange answer = new SessionLists(probe).list().send();
        Claim claim = probe.claim("SES-020").on(answer);
        claim.holds(
                answer.status() < 500 && answer.ocpiStatus().isPresent(),
                "status_code 2001, or a list",
                answer.outcome());
        claim.notes("a list without date_from: " + answer.outcome());
        // What stands between may answer 502 or 503 with a page of its own; this is the system's.
        if (answer.status() == 500) {
            probe.claim("TRN-081")
                    .on(answer)
                    .holds(answer.ocpiStatus().isPresent(), "an OCPI envelope with HTTP 500", answer.outcome());
        }
    }

    @Proves(value = "SES-027", sut = SutRole.CPO)
    void data_is_an_array(Probe probe) {
        SessionLists lists = new SessionLists(probe);
        WireExchange empty = lists.list("date_from", SessionLists.LONG_AGO, "date_to", "2000-01-02T00:00:00Z")
                .send();
        Claim claim = probe.claim("SES-027").on(empty).at("/data");
        boolean absent = empty.data().isMissingNode() || empty.data().isNull();
        if (empty.accepted() && absent) {
            claim.warns("data []", empty.data());
        } else {
            claim.holds(empty.accepted() && empty.data().isArray(), "status_code 1000 and data []", empty.outcome());
        }
        WireExchange single =
                lists.list("date_from", SessionLists.LONG_AGO, "limit", "1").send();
        probe.claim("SES-027")
                .on(single)
                .at("/data")
                .holds(single.accepted() && single.data().isArray(), "an array, also of one", single.data());
    }

    @Proves(value = "SES-033", sut = SutRole.CPO)
    void preferences_for_nobody_are_refused(Probe probe) {
        WireExchange answer = probe.put(
                        probe.endpoint(SESSIONS, Side.SENDER),
                        JsonNodeFactory.instance.objectNode().put("profile_type", "REGULAR"))
                .path(UUID.randomUUID().toString(), "charging_preferences")
                .send();
        probe.claim("SES-033").on(answer).holds(answer.refused(), "HTTP 404 or a status_code 2xxx", answer.outcome());
    }

    /** What is judged at the end needs the Locations, too. */
    @Proves(value = "SES-082", sut = SutRole.CPO)
    void locations_are_read(Probe probe) {
        if (!probe.offers("locations", Side.SENDER)) {
            throw probe.inconclusive("the CPO offers no Locations");
        }
        Crawl locations = probe.crawl(probe.list("locations"));
        Places places = new Places(probe, locations.objects());
        for (WireExchange page : probe.crawl(SESSIONS).pages()) {
            int index = 0;
            for (JsonNode session : page.data()) {
                places.judge(session, page, "/data/" + index++);
            }
        }
    }
}
