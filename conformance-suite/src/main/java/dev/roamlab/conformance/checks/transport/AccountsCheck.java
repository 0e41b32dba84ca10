package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.credentials.Newcomer;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Map;

/** Several platforms of ours, each with its own token. Spec: transport_and_format_authorization, _client_owned_object_push. */
@Checks(module = CatalogueModule.TRANSPORT)
final class AccountsCheck {
    private static final List<String> READABLE = List.of("locations", "sessions", "tariffs", "tokens");

    @Proves(value = "TRN-013", stage = Stage.DESTRUCTIVE)
    void token_a_opens_no_functional_module(Probe probe) {
        try (Newcomer newcomer = Newcomer.invited(probe)) {
            WireExchange details = newcomer.call(
                            "GET", probe.published().details(probe.version()).orElseThrow())
                    .send();
            if (!details.accepted()) {
                throw probe.skip("TOKEN_A opens no version details (TRN-014): " + details.outcome());
            }
            for (var endpoint : probe.published().endpoints(probe.version())) {
                Call call = newcomer.call("GET", endpoint.url());
                if (endpoint.side() == Side.SENDER && Lists.modules(probe).contains(endpoint.module())) {
                    closed(probe, call.query("date_from", "2000-01-01T00:00:00Z"));
                } else if (endpoint.side() == Side.RECEIVER && READABLE.contains(endpoint.module())) {
                    Party party = newcomer.platform().party();
                    closed(probe, call.path(party.countryCode(), party.partyId(), probe.runId() + "-NONE"));
                } else if (endpoint.side() == Side.RECEIVER && endpoint.module().equals("commands")) {
                    closed(
                            probe,
                            newcomer.call("POST", endpoint.url())
                                    .path("START_SESSION")
                                    .body(JsonNodeFactory.instance.objectNode()));
                }
            }
        }
    }

    private static void closed(Probe probe, Call call) {
        WireExchange answer = call.send();
        probe.claim("TRN-013").on(answer).holds(answer.status() == 401, "HTTP 401 for TOKEN_A", answer.outcome());
    }

    @Proves(
            value = {"TRN-009", "TRN-024"},
            stage = Stage.DESTRUCTIVE)
    void each_partner_has_a_token_and_an_account_of_its_own(Probe probe) {
        try (Newcomer one = Newcomer.invited(probe);
                Newcomer other = Newcomer.invited(probe)) {
            WireExchange last = other.post(other.credentials());
            if (!one.post(one.credentials()).accepted() || !last.accepted()) {
                throw probe.skip("two further registrations did not come about: " + last.outcome());
            }
            String tokenC = one.platform().tokenC().orElseThrow();
            probe.claim("TRN-009")
                    .on(last)
                    .at("/data/token")
                    .holds(
                            other.platform().tokenC().filter(tokenC::equals).isEmpty(),
                            "a token for each partner",
                            "the same token for two");
            account(probe, one);
            account(probe, other);
            visible(probe, one);
        }
    }

    /** Between platforms with one party each the headers may be left out: so ours has two. */
    @Proves(value = "TRN-089", stage = Stage.DESTRUCTIVE)
    void calls_at_a_platform_of_two_parties_are_routed(Probe probe) {
        String module = Feed.module(probe);
        Party further = new Party(probe.us().countryCode(), "ZT3");
        try (Newcomer newcomer = Newcomer.invited(probe, setup -> setup.empty().party(further))) {
            newcomer.register();
            int mark = probe.evidence().mark();
            probe.trigger("pull", Map.of("module", module, "full", true));
            WireExchange pull = newcomer.platform()
                    .await(
                            mark,
                            call -> call.target()
                                    .filter(target -> target.is(module, Side.SENDER))
                                    .isPresent(),
                            probe.sut().timings().reaction())
                    .orElseThrow(() -> probe.inconclusive("no GET of the " + module + " of a platform of two parties"));
            List<String> missing = Messages.ROUTING.stream()
                    .filter(name -> pull.requestHeaders().all(name).size() != 1)
                    .toList();
            probe.claim("TRN-089")
                    .on(pull)
                    .at(Messages.ROUTING.toArray(String[]::new))
                    .holds(missing.isEmpty(), "the four routing headers, each once", "not so: " + missing);
        }
    }

    /** What a partner puts under its own party with its own token is there, and is its own. */
    private static void account(Probe probe, Newcomer newcomer) {
        Platform platform = newcomer.platform();
        WireExchange credentials =
                newcomer.registeredCall("GET", newcomer.credentialsUrl()).send();
        probe.claim("TRN-009")
                .on(credentials)
                .holds(credentials.accepted(), "the registration of this token", credentials.outcome());
        Sample sample = Sample.minimal(probe);
        ObjectNode json =
                sample.json().deepCopy().put("party_id", platform.party().partyId());
        WireExchange put =
                at(probe, platform, sample, "PUT", platform.party()).body(json).send();
        if (put.accepted()) {
            WireExchange got =
                    probe.readBack(() -> at(probe, platform, sample, "GET", platform.party()), WireExchange::accepted);
            probe.claim("TRN-009")
                    .on(got)
                    .holds(
                            got.data()
                                    .path("party_id")
                                    .asText()
                                    .equalsIgnoreCase(json.path("party_id").asText()),
                            "the object of " + platform.party(),
                            got.outcome());
        }
    }

    private static void visible(Probe probe, Newcomer newcomer) {
        for (String module : Lists.modules(probe)) {
            Call list = newcomer.registeredCall("GET", probe.endpoint(module, Side.SENDER))
                    .query("date_from", "2000-01-01T00:00:00Z");
            Crawl crawl = probe.crawl(list);
            List<JsonNode> foreign = crawl.objects().stream()
                    .filter(object -> probe.us()
                            .is(
                                    object.path("cdr_token")
                                            .path("country_code")
                                            .asText(),
                                    object.path("cdr_token").path("party_id").asText()))
                    .toList();
            probe.claim("TRN-024")
                    .on(crawl.pages().get(0))
                    .holds(
                            foreign.isEmpty(),
                            "no object of " + module + " that concerns " + probe.us() + " alone",
                            foreign.size() + " of them");
        }
    }

    @Proves(value = "TRN-070", stage = Stage.DESTRUCTIVE)
    void one_id_under_two_owners_is_two_objects(Probe probe) {
        Party second = new Party(probe.us().countryCode(), "ZT2");
        try (Newcomer newcomer = Newcomer.invited(probe, setup -> setup.empty().party(second))) {
            if (!newcomer.post(newcomer.credentials()).accepted()) {
                throw probe.skip("a platform with two parties could not register (CRED-052)");
            }
            Platform platform = newcomer.platform();
            Party first = platform.party();
            Sample sample = Sample.minimal(probe);
            String field = sample.changingField();
            ObjectNode ours = sample.json().deepCopy().put("party_id", first.partyId());
            ObjectNode theirs = sample.changed().put("party_id", second.partyId());
            put(probe, at(probe, platform, sample, "PUT", first), ours);
            put(probe, at(probe, platform, sample, "PUT", second), theirs);
            same(probe, platform, sample, first, ours.path(field));
            same(probe, platform, sample, second, theirs.path(field));
            ObjectNode patch = JsonNodeFactory.instance.objectNode().put("last_updated", sample.later());
            patch.put(field, field.equals("currency") ? "SEK" : "Patched");
            if (at(probe, platform, sample, "PATCH", first).body(patch).send().accepted()) {
                same(probe, platform, sample, first, patch.path(field));
                same(probe, platform, sample, second, theirs.path(field));
            }
        }
    }

    private static void put(Probe probe, Call call, ObjectNode json) {
        WireExchange put = call.body(json).send();
        if (!put.accepted()) {
            throw probe.skip("the PUT under " + json.path("party_id").asText() + " was not accepted: " + put.outcome());
        }
    }

    private static void same(Probe probe, Platform platform, Sample sample, Party owner, JsonNode expected) {
        String field = sample.changingField();
        WireExchange got = probe.readBack(
                () -> at(probe, platform, sample, "GET", owner),
                answer -> answer.data().path(field).equals(expected));
        probe.claim("TRN-070")
                .on(got)
                .at("/data/" + field)
                .holds(
                        got.data().path(field).equals(expected),
                        expected + " at the object of " + owner,
                        got.outcome() + " " + got.data().path(field));
    }

    @Proves(value = "TRN-109", stage = Stage.DESTRUCTIVE)
    void a_push_by_a_hub_is_answered_to_the_hub(Probe probe) {
        Party hub = new Party(probe.us().countryCode(), "ZHU");
        try (Newcomer newcomer = Newcomer.invited(probe, setup -> setup.empty().hub(hub))) {
            register(probe, newcomer, hub);
            Sample sample = Sample.minimal(probe);
            Party owner = newcomer.platform().party();
            ObjectNode json = sample.json().deepCopy().put("party_id", owner.partyId());
            WireExchange answer = at(probe, newcomer.platform(), sample, "PUT", owner)
                    .header("OCPI-from-country-code", hub.countryCode())
                    .header("OCPI-from-party-id", hub.partyId())
                    .body(json)
                    .send();
            if (!answer.accepted()) {
                throw probe.inconclusive("the system does not take objects from a hub: " + answer.outcome());
            }
            Party to = routed(answer, "to");
            Party from = routed(answer, "from");
            probe.claim("TRN-109")
                    .on(answer)
                    .at("OCPI-to-country-code", "OCPI-to-party-id")
                    .holds(hub.is(to.countryCode(), to.partyId()), "TO " + hub, to);
            probe.claim("TRN-109")
                    .on(answer)
                    .at("OCPI-from-country-code", "OCPI-from-party-id")
                    .holds(probe.party().is(from.countryCode(), from.partyId()), "FROM " + probe.party(), from);
        }
    }

    /** A hub of 2.2.1 says so by a role of its own, one of 2.3.0 by hub_party_id. */
    private static void register(Probe probe, Newcomer newcomer, Party hub) {
        ObjectNode credentials = newcomer.credentials();
        if (!credentials.has("hub_party_id")) {
            ObjectNode role = credentials.withArray("roles").get(0).deepCopy();
            credentials.withArray("roles").add(role.put("role", "HUB").put("party_id", hub.partyId()));
        }
        WireExchange post = newcomer.post(credentials);
        if (!post.accepted()) {
            throw probe.inconclusive("the system does not register with a hub: " + post.outcome());
        }
    }

    private static Party routed(WireExchange answer, String direction) {
        return new Party(
                answer.responseHeaders()
                        .first("OCPI-" + direction + "-country-code")
                        .orElse("none"),
                answer.responseHeaders()
                        .first("OCPI-" + direction + "-party-id")
                        .orElse("none"));
    }

    @Proves(value = "TRN-143", stage = Stage.DESTRUCTIVE)
    void a_hub_and_a_direct_partner_live_side_by_side(Probe probe) {
        Party hub = new Party(probe.us().countryCode(), "ZHW");
        WireExchange behind;
        try (Newcomer newcomer = Newcomer.invited(probe, setup -> setup.empty().hub(hub))) {
            register(probe, newcomer, hub);
            behind = newcomer.registeredCall("GET", probe.published().versionsUrl())
                    .send();
        }
        WireExchange direct = probe.get(probe.published().versionsUrl()).send();
        probe.claim("TRN-143").on(behind).holds(behind.accepted(), "access for the hub", behind.outcome());
        probe.claim("TRN-143")
                .on(direct)
                .holds(direct.accepted(), "access for the direct partner, when the hub has left", direct.outcome());
    }

    private static Call at(Probe probe, Platform platform, Sample sample, String method, Party owner) {
        return probe.callAs(platform, method, probe.endpoint(sample.module(), Side.RECEIVER))
                .header("OCPI-from-party-id", owner.partyId())
                .path(owner.countryCode(), owner.partyId(), sample.id());
    }
}
