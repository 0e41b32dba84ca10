package dev.roamlab.conformance.checks.credentials;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.tester.PlatformSetup;
import dev.roamlab.conformance.tester.Registered;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a party with an invitation may do, and what its POST brings about. Spec: credentials_registration, credentials_post_method. */
@Checks(module = CatalogueModule.CREDENTIALS)
final class InvitationCheck {
    /** Every character that a credentials token may have besides letters and digits, and 64 characters in all. */
    private static final String ODD_TOKEN = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    @Proves(value = "CRED-002", stage = Stage.DESTRUCTIVE)
    void each_invitation_has_a_token_of_its_own(Probe probe) {
        String one = probe.trigger("invite", Map.of()).path("token").asText();
        String other = probe.trigger("invite", Map.of()).path("token").asText();
        boolean used =
                one.equals(probe.sut().token()) || other.equals(probe.sut().token());
        probe.claim("CRED-002").holds(!one.equals(other) && !used, "a new token for each invitation", "the same twice");
    }

    @Proves(
            value = {"CRED-038", "CRED-041"},
            stage = Stage.DESTRUCTIVE)
    void put_and_delete_need_a_registration(Probe probe) {
        try (Newcomer newcomer = Newcomer.invited(probe)) {
            int mark = probe.evidence().mark();
            WireExchange put = newcomer.call("PUT", newcomer.credentialsUrl())
                    .body(newcomer.credentials())
                    .send();
            probe.claim("CRED-038").on(put).holds(put.status() == 405, "HTTP 405", put.outcome());
            boolean asked = newcomer.platform()
                    .await(mark, exchange -> exchange.method().equals("GET"), Duration.ofMillis(100))
                    .isPresent();
            probe.claim("CRED-038").on(put).holdsOrWarns(!asked, "no call back", "a GET of our versions");
            WireExchange delete =
                    newcomer.call("DELETE", newcomer.credentialsUrl()).send();
            probe.claim("CRED-041").on(delete).holds(delete.status() == 405, "HTTP 405", delete.outcome());
            WireExchange post = newcomer.post(newcomer.credentials());
            probe.claim("CRED-038").on(post).holds(post.accepted(), "TOKEN_A still good for the POST", post.outcome());
            probe.claim("CRED-041").on(post).holds(post.accepted(), "TOKEN_A still good for the POST", post.outcome());
        }
    }

    @Proves(
            value = {"CRED-010", "CRED-048", "CRED-039", "CRED-040"},
            stage = Stage.DESTRUCTIVE)
    void a_registration_spends_token_a_and_ends_with_delete(Probe probe) {
        try (Newcomer newcomer = Newcomer.invited(probe)) {
            String tokenB = ODD_TOKEN + "aZ".repeat((64 - ODD_TOKEN.length()) / 2);
            newcomer.platform().alsoAccept(tokenB);
            int mark = probe.evidence().mark();
            WireExchange post = newcomer.post(newcomer.platform().credentials(probe.version(), tokenB));
            oddToken(probe, newcomer, post, mark, tokenB);
            if (!post.accepted()) {
                throw probe.skip("a further registration did not come about: " + post.outcome());
            }
            spent(probe, newcomer);
            ended(probe, newcomer);
        }
    }

    private static void oddToken(Probe probe, Newcomer newcomer, WireExchange post, int mark, String tokenB) {
        Claim claim = probe.claim("CRED-048").on(post);
        claim.holds(post.accepted(), "a token of 64 characters with all punctuation accepted", post.outcome());
        newcomer.platform()
                .await(mark, exchange -> exchange.method().equals("GET"), Duration.ofSeconds(1))
                .ifPresent(call -> probe.claim("CRED-048")
                        .on(call)
                        .at("Authorization")
                        .holds(
                                Handshakes.token(call).filter(tokenB::equals).isPresent(),
                                "exactly our token",
                                "another one"));
    }

    private static void spent(Probe probe, Newcomer newcomer) {
        for (URI url : java.util.List.of(probe.published().versionsUrl(), newcomer.credentialsUrl())) {
            WireExchange answer = newcomer.call("GET", url).send();
            probe.claim("CRED-010").on(answer).holds(answer.status() == 401, "HTTP 401 for TOKEN_A", answer.outcome());
        }
    }

    private static void ended(Probe probe, Newcomer newcomer) {
        String tokenC = newcomer.platform().tokenC().orElseThrow();
        WireExchange delete =
                newcomer.registeredCall("DELETE", newcomer.credentialsUrl()).send();
        Claim claim = probe.claim("CRED-039").on(delete);
        if (!claim.holds(delete.status() / 100 == 2, "HTTP 2xx", delete.outcome())) {
            return;
        }
        claim.holdsOrWarns(delete.accepted(), "status_code 1000", delete.outcome());
        newcomer.platform().unrelated();
        quiet(probe, newcomer, delete);
        WireExchange after = newcomer.call("GET", probe.published().versionsUrl())
                .token(tokenC)
                .send();
        probe.claim("CRED-040").on(after).holds(after.status() == 401, "HTTP 401 for TOKEN_C", after.outcome());
    }

    private static void quiet(Probe probe, Newcomer newcomer, WireExchange delete) {
        Optional<WireExchange> call = Silence.broken(probe, newcomer.platform(), delete);
        probe.claim("CRED-039")
                .on(call.orElse(delete))
                .holds(call.isEmpty(), "no calls after the DELETE", "a call of the system");
    }

    @Proves(value = "CRED-014", stage = Stage.DESTRUCTIVE)
    void the_answer_waits_for_our_details(Probe probe) {
        Duration held = Duration.ofMillis(
                Math.min(3_000, probe.sut().timings().reaction().toMillis() / 2));
        try (Newcomer newcomer = Newcomer.invited(probe);
                var slow = newcomer.platform()
                        .script(incoming -> incoming.is("GET", "version_details"))
                        .delay(held)) {
            WireExchange post = newcomer.post(newcomer.credentials());
            if (!post.accepted()) {
                throw probe.skip("a further registration did not come about: " + post.outcome());
            }
            boolean fetched = slow.await(probe.sut().timings().reaction()).isPresent();
            probe.claim("CRED-014")
                    .on(post)
                    .holds(
                            fetched && post.took().compareTo(held) >= 0,
                            "an answer after the GET of our details",
                            "an answer before it");
        }
    }

    @Proves(
            value = {"CRED-020", "CRED-021"},
            stage = Stage.DESTRUCTIVE)
    void a_failed_call_back_is_3001_and_registers_nobody(Probe probe) {
        // Closed at once, which to a caller is as good as a refused connection, also behind a tunnel.
        failing(probe, "closes the connection", "versions", Reply.drop());
        failing(probe, "answers HTTP 500", "versions", Reply.status(500));
        failing(probe, "answers text", "versions", Reply.raw(200, "text/plain", "hello"));
        failing(probe, "leads to details that are HTTP 404", "version_details", Reply.status(404));
    }

    private static void failing(Probe probe, String how, String document, Reply reply) {
        try (Newcomer newcomer = Newcomer.invited(probe)) {
            WireExchange failed;
            try (var script = newcomer.platform().script(incoming -> incoming.is("GET", document))) {
                script.answer(reply);
                failed = newcomer.post(newcomer.credentials());
            }
            probe.claim("CRED-020")
                    .on(failed)
                    .holds(
                            failed.status() == 200
                                    && failed.ocpiStatus()
                                            .filter(code -> code == 3001)
                                            .isPresent()
                                    && !failed.data().path("token").isTextual(),
                            "HTTP 200 and status_code 3001, when our versions URL " + how,
                            failed.outcome());
            if (!failed.accepted()) {
                WireExchange repeated = newcomer.post(newcomer.credentials());
                probe.claim("CRED-021")
                        .on(repeated)
                        .holds(repeated.accepted(), "a repeated POST accepted", repeated.outcome());
            }
        }
    }

    @Proves(value = "CRED-024", stage = Stage.DESTRUCTIVE)
    void missing_endpoints_are_3003(Probe probe) {
        Consumer<PlatformSetup> bare = setup -> {
            setup.empty();
            for (String module : java.util.List.of("locations", "sessions", "cdrs", "tariffs", "tokens", "commands")) {
                setup.without(module);
            }
        };
        try (Newcomer newcomer = Newcomer.invited(probe, bare)) {
            WireExchange post = newcomer.post(newcomer.credentials());
            if (post.accepted()) {
                throw probe.inconclusive(
                        "the system accepted a platform that offers nothing but credentials: it may well need no"
                                + " endpoints of ours");
            }
            probe.claim("CRED-024")
                    .on(post)
                    .holds(
                            post.status() == 200
                                    && post.ocpiStatus()
                                            .filter(code -> code == 3003)
                                            .isPresent(),
                            "HTTP 200 and status_code 3003 when our details list nothing but credentials",
                            post.outcome());
        }
    }

    @Proves(value = "CRED-015", stage = Stage.DESTRUCTIVE)
    void put_at_the_newer_version_switches_to_it(Probe probe) {
        if (!probe.is(SpecVersion.V2_2_1)
                || probe.published().credentials(SpecVersion.V2_3_0).isEmpty()) {
            throw probe.inconclusive("the run is not about two versions, the older one of which is at hand");
        }
        try (Newcomer newcomer = Newcomer.invited(probe)) {
            newcomer.register();
            int mark = probe.evidence().mark();
            Registered switched;
            try {
                switched = probe.tester().enrolment(newcomer.platform()).switchTo(SpecVersion.V2_3_0);
            } catch (dev.roamlab.conformance.tester.EnrolmentFailed failed) {
                failed.exchange()
                        .ifPresent(answer ->
                                probe.claim("CRED-015").on(answer).deviates("status_code 1000", answer.outcome()));
                return;
            }
            boolean fetched = newcomer.platform()
                    .await(
                            mark,
                            exchange ->
                                    exchange.uri().equals(newcomer.platform().detailsUrl("2.3.0")),
                            probe.sut().timings().reaction())
                    .isPresent();
            probe.claim("CRED-015").on(switched.answer()).holds(fetched, "a GET of our details of 2.3.0", "none");
            switched.relation()
                    .endpoint(
                            probe.role() == dev.roamlab.conformance.subject.SutRole.CPO ? "locations" : "tokens",
                            Side.SENDER)
                    .ifPresent(url -> {
                        WireExchange list = newcomer.registeredCall("GET", url).send();
                        probe.claim("CRED-015")
                                .on(list)
                                .holds(
                                        list.accepted(),
                                        "the endpoints of 2.3.0 open with the new token",
                                        list.outcome());
                    });
        }
    }
}
