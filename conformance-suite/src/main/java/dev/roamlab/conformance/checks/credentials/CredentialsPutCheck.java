package dev.roamlab.conformance.checks.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.EnrolmentFailed;
import dev.roamlab.conformance.tester.Registered;
import dev.roamlab.conformance.tester.Relation;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PUT credentials: new token, new roles, the same or another version. Spec: credentials_put_method, credentials_updating. */
@Checks(module = CatalogueModule.CREDENTIALS)
final class CredentialsPutCheck {
    @Proves(
            value = {"CRED-016", "CRED-034", "CRED-035", "CRED-036", "CRED-037"},
            stage = Stage.DESTRUCTIVE)
    void put_renews_endpoints_and_tokens(Probe probe) {
        String former = probe.relation().token();
        String formerB = probe.platform().tokenB();
        // What is pulled from us has another URL from now on; the former one stays good.
        probe.platform()
                .move(pulled(probe), "moved-" + probe.version().spelling().replace(".", ""));
        Registered renewed = renew(probe);
        WireExchange put = renewed.answer();
        fetchedAgain(probe, put);
        newToken(
                probe,
                put,
                former,
                List.of(formerB, put.requestBody().json().path("token").asText()));
        usesNewToken(probe, put, formerB);
        movedFollowed(probe, put);
        WireExchange withFormer = probe.readBack(
                () -> probe.get(probe.published().versionsUrl()).token(former), answer -> answer.status() == 401);
        probe.claim("CRED-036")
                .on(withFormer)
                .holds(withFormer.status() == 401, "HTTP 401 for the former token", withFormer.outcome());
    }

    private static String pulled(Probe probe) {
        return probe.role() == SutRole.CPO ? "tokens" : "locations";
    }

    private static void movedFollowed(Probe probe, WireExchange put) {
        URI moved = probe.platform().endpoint(probe.version(), pulled(probe), Side.SENDER);
        int mark = probe.evidence().mark();
        try {
            probe.trigger("pull", Map.of("module", pulled(probe), "full", true));
        } catch (TriggerUnavailable cannot) {
            return;
        }
        probe.platform()
                .await(
                        mark,
                        call -> call.method().equals("GET")
                                && call.target()
                                        .filter(target -> target.is(pulled(probe), Side.SENDER))
                                        .isPresent(),
                        probe.sut().timings().reaction())
                .ifPresent(call -> probe.claim("CRED-016")
                        .on(call)
                        .holds(
                                call.uri().toString().startsWith(moved.toString()),
                                "the URL that our details give since the PUT: " + moved,
                                call.uri()));
    }

    private static Registered renew(Probe probe) {
        try {
            return probe.tester().enrolment(probe.platform()).rotate();
        } catch (EnrolmentFailed failed) {
            failed.exchange()
                    .ifPresent(answer ->
                            probe.claim("CRED-035").on(answer).deviates("a PUT that is accepted", answer.outcome()));
            throw probe.skip("the PUT was not accepted: " + failed.getMessage());
        }
    }

    private static void fetchedAgain(Probe probe, WireExchange put) {
        URI ours = probe.platform().versionsUrl();
        boolean details = probe.eventually(
                probe.sut().timings().reaction(),
                () -> Handshakes.callBack(probe, put, "version_details", ours).isPresent());
        Optional<WireExchange> list = Handshakes.callBack(probe, put, "versions", ours);
        probe.claim("CRED-034").on(put).holds(details, "a new GET of our details after the PUT", "none");
        probe.claim("CRED-034").on(put).holdsOrWarns(list.isPresent(), "a new GET of our versions list", "none");
        probe.claim("CRED-016").on(put).holds(details, "a new GET of our details after the PUT", "none");
        probe.claim("CRED-016").on(put).holdsOrWarns(list.isPresent(), "a new GET of our versions list", "none");
    }

    private static void newToken(Probe probe, WireExchange put, String former, List<String> ours) {
        String token = put.data().path("token").asText();
        Claim claim = probe.claim("CRED-035").on(put).at("/data/token");
        claim.holds(!token.isEmpty() && !token.equals(former), "a new token", "the former one, or none");
        claim.holds(!ours.contains(token), "a token of the system's making", "one of our own tokens");
        WireExchange versions = probe.get(probe.published().versionsUrl()).send();
        probe.claim("CRED-035")
                .on(versions)
                .holds(versions.accepted(), "access with the new token", versions.outcome());
        JsonNode posted = put.requestBody().json();
        probe.claim("CRED-035")
                .on(put)
                .at("/data/url", "/data/roles")
                .holds(
                        !put.data().path("url").equals(posted.path("url"))
                                && !put.data().path("roles").equals(posted.path("roles")),
                        "url and roles of the system",
                        "what we sent");
    }

    private static void usesNewToken(Probe probe, WireExchange put, String formerB) {
        for (WireExchange call :
                probe.platform().received(exchange -> !exchange.at().isBefore(put.at()))) {
            Optional<String> token = Handshakes.token(call);
            boolean during = call.at().isBefore(put.at().plus(put.took()).plusSeconds(10));
            String tokenB = put.requestBody().json().path("token").asText();
            if (during) {
                probe.claim("CRED-037")
                        .on(call)
                        .at("Authorization")
                        .holdsOrWarns(
                                token.filter(formerB::equals).isEmpty(), "the token of the PUT", "the former one");
            } else {
                probe.claim("CRED-037")
                        .on(call)
                        .at("Authorization")
                        .holds(token.filter(tokenB::equals).isPresent(), "the token of the PUT", "another one");
            }
        }
    }

    @Proves(
            value = {"CRED-017", "CRED-052", "CRED-054"},
            stage = Stage.DESTRUCTIVE)
    void further_roles_are_taken(Probe probe) {
        ObjectNode credentials =
                probe.platform().credentials(probe.version(), probe.platform().newTokenB());
        ObjectNode first = (ObjectNode) credentials.path("roles").get(0);
        first.withObject("business_details").put("name", "Conformance tester, renamed");
        for (String party : List.of("TSX", "TSY")) {
            credentials.withArray("roles").add(first.deepCopy().put("party_id", party));
        }
        WireExchange put = put(probe, credentials);
        probe.claim("CRED-017").on(put).holds(put.accepted(), "status_code 1000", put.outcome());
        probe.claim("CRED-052")
                .on(put)
                .holds(put.accepted(), "status_code 1000 for three parties of one role", put.outcome());
        if (put.accepted()) {
            for (String party : List.of(probe.us().partyId(), "TSX", "TSY")) {
                WireExchange push = SamplePush.under(probe, probe.us().countryCode(), party);
                boolean own = party.equals(probe.us().partyId());
                probe.claim("CRED-054")
                        .on(push)
                        .holds(push.accepted(), "a push under " + party + " accepted", push.outcome());
                if (!own) {
                    probe.claim("CRED-017")
                            .on(push)
                            .holdsOrWarns(push.accepted(), "a push under the new role accepted", push.outcome());
                    probe.claim("CRED-052")
                            .on(push)
                            .holds(push.accepted(), "a push under " + party + " accepted", push.outcome());
                }
            }
        }
        restore(probe);
    }

    @Proves(value = "CRED-053", stage = Stage.DESTRUCTIVE)
    void different_roles_of_one_party_are_taken(Probe probe) {
        ObjectNode credentials =
                probe.platform().credentials(probe.version(), probe.platform().newTokenB());
        ObjectNode first = (ObjectNode) credentials.path("roles").get(0);
        String other = first.path("role").asText().equals("CPO") ? "EMSP" : "CPO";
        credentials.withArray("roles").add(first.deepCopy().put("role", other));
        WireExchange put = put(probe, credentials);
        probe.claim("CRED-053")
                .on(put)
                .holds(put.accepted(), "status_code 1000 for CPO and EMSP of one party", put.outcome());
        if (put.accepted()) {
            probe.published().endpoints(probe.version()).stream()
                    .filter(endpoint -> endpoint.side() == Side.SENDER)
                    .filter(endpoint ->
                            List.of("locations", "tariffs", "tokens").contains(endpoint.module()))
                    .forEach(endpoint -> {
                        WireExchange list = probe.list(endpoint.module())
                                .query("limit", "1")
                                .send();
                        probe.claim("CRED-053")
                                .on(list)
                                .holds(list.status() != 401, "access with TOKEN_C", list.outcome());
                    });
        }
        restore(probe);
    }

    @Proves(value = "CRED-062", stage = Stage.DESTRUCTIVE)
    void hub_party_id_may_be_left_out_null_or_given(Probe probe) {
        if (!probe.is(SpecVersion.V2_3_0)) {
            return;
        }
        for (String form : List.of("absent", "null", "NLLAB")) {
            ObjectNode credentials = probe.platform()
                    .credentials(probe.version(), probe.platform().newTokenB());
            credentials.remove("hub_party_id");
            if (form.equals("null")) {
                credentials.putNull("hub_party_id");
            } else if (!form.equals("absent")) {
                credentials.put("hub_party_id", form);
            }
            WireExchange put = put(probe, credentials);
            probe.claim("CRED-062")
                    .on(put)
                    .holds(put.accepted(), "status_code 1000 with hub_party_id " + form, put.outcome());
        }
        restore(probe);
    }

    @Proves(
            value = {"CRED-055", "CRED-056"},
            stage = Stage.ACTIVE)
    void ids_may_name_other_countries_and_parties(Probe probe) {
        WireExchange push = SamplePush.foreign(probe);
        probe.claim("CRED-055")
                .on(push)
                .holds(push.accepted(), "the object accepted, whatever country it is about", push.outcome());
        probe.claim("CRED-056")
                .on(push)
                .holds(push.accepted(), "the object accepted, whatever party its ids name", push.outcome());
    }

    /** PUTs credentials and, when they are accepted, goes on with the token in the answer. */
    private static WireExchange put(Probe probe, JsonNode credentials) {
        WireExchange answer =
                probe.put(probe.credentialsEndpoint(), credentials).send();
        Relation before = probe.relation();
        if (answer.accepted() && answer.data().path("token").isTextual()) {
            probe.platform().related(new Relation(probe.version(), answer.data(), before.endpoints()));
        }
        return answer;
    }

    private static void restore(Probe probe) {
        try {
            probe.tester().enrolment(probe.platform()).rotate();
        } catch (EnrolmentFailed failed) {
            throw probe.skip("our own credentials could not be restored: " + failed.getMessage());
        }
    }
}
