package dev.roamlab.conformance.checks.credentials;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The system as the one who starts, changes and ends a registration. Spec: credentials_registration, credentials_delete_method. */
@Checks(module = CatalogueModule.CREDENTIALS)
final class StartingCheck {
    private static final List<String> FUNCTIONAL =
            List.of("locations", "sessions", "cdrs", "tariffs", "tokens", "commands");

    @Proves(
            value = {"CRED-001", "CRED-004", "CRED-009"},
            stage = Stage.DESTRUCTIVE)
    void the_system_registers_with_us(Probe probe) {
        try (Host host = Host.inviting(probe)) {
            boolean registered = host.register();
            WireExchange last = host.calls().get(host.calls().size() - 1);
            probe.claim("CRED-001")
                    .on(last)
                    .holds(registered, "a registration that the system starts", "it ended with " + last.outcome());
            host.first("POST", "credentials").ifPresent(post -> order(probe, host, post));
            if (registered) {
                WireExchange versions = probe.callAs(
                                host.platform(), "GET", probe.published().versionsUrl())
                        .send();
                probe.claim("CRED-001")
                        .on(versions)
                        .holds(versions.accepted(), "access with the token of its POST", versions.outcome());
                afterwards(probe, host);
            }
        }
    }

    private static void order(Probe probe, Host host, WireExchange post) {
        for (String document : List.of("versions", "version_details")) {
            Optional<WireExchange> get =
                    host.first("GET", document).filter(call -> !call.at().isAfter(post.at()));
            probe.claim("CRED-004")
                    .on(get.orElse(post))
                    .holds(get.isPresent(), "a GET of our " + document + " before the POST", "none");
            get.ifPresent(call -> withTokenA(probe, host, call));
        }
        withTokenA(probe, host, post);
    }

    private static void withTokenA(Probe probe, Host host, WireExchange call) {
        probe.claim("CRED-004")
                .on(call)
                .at("Authorization")
                .holds(
                        Handshakes.token(call).filter(host.tokenA()::equals).isPresent(),
                        "TOKEN_A, as long as there is no other",
                        "another token");
    }

    private static void afterwards(Probe probe, Host host) {
        int mark = probe.evidence().mark();
        try {
            probe.trigger("pull", Map.of("module", probe.role() == SutRole.CPO ? "tokens" : "locations", "full", true));
        } catch (TriggerUnavailable cannot) {
            // What the system calls by itself will do.
        }
        host.platform().await(mark, call -> true, probe.sut().timings().quiet());
        Set<String> given = new HashSet<>();
        for (WireExchange call : host.calls()) {
            if (!given.isEmpty()) {
                probe.claim("CRED-009")
                        .on(call)
                        .at("Authorization")
                        .holds(
                                Handshakes.token(call).filter(given::contains).isPresent(),
                                "TOKEN_C",
                                Handshakes.token(call)
                                                .filter(host.tokenA()::equals)
                                                .isPresent()
                                        ? "TOKEN_A"
                                        : "another token");
            }
            if (call.accepted() && call.data().path("token").isTextual()) {
                given.add(call.data().path("token").asText());
            }
        }
    }

    @Proves(value = "CRED-005", stage = Stage.FINAL)
    void each_post_has_a_token_of_its_own(Probe probe) {
        Set<String> seen = new HashSet<>();
        for (WireExchange post : Handshakes.ofSystem(probe)) {
            if (!post.method().equals("POST")) {
                continue;
            }
            String tokenB = post.requestBody().json().path("token").asText();
            Claim claim = probe.claim("CRED-005").on(post).at("/token");
            claim.holds(
                    !tokenB.isEmpty()
                            && Handshakes.token(post).filter(tokenB::equals).isEmpty(),
                    "a token that is not TOKEN_A",
                    "TOKEN_A, or none");
            if (post.accepted()) {
                claim.holds(seen.add(tokenB), "a new token for each registration", "one that was used already");
            }
            opens(probe, post, tokenB);
        }
    }

    /** While its POST is open our side reads the versions of the system, with the token in it. */
    private static void opens(Probe probe, WireExchange post, String tokenB) {
        probe.evidence()
                .answers(answer -> answer.uri().equals(probe.published().versionsUrl())
                        && !answer.at().isBefore(post.at())
                        && answer.at().isBefore(post.at().plus(post.took()))
                        && Handshakes.token(answer).filter(tokenB::equals).isPresent())
                .forEach(answer -> probe.claim("CRED-005")
                        .on(answer)
                        .holds(
                                answer.status() != 401 && answer.status() != 403,
                                "HTTP 200 for TOKEN_B while the POST is open",
                                answer.outcome()));
    }

    @Proves(value = "VER-006", stage = Stage.DESTRUCTIVE)
    void the_latest_common_version_is_chosen(Probe probe) {
        String version = probe.version().spelling();
        try (Host host = Host.inviting(probe, setup -> setup.empty().versions(upTo(probe)))) {
            host.register();
            List<WireExchange> calls = host.calls();
            boolean fetched = calls.stream()
                    .anyMatch(call -> call.uri().equals(host.platform().detailsUrl(version)));
            boolean posted = calls.stream()
                    .anyMatch(call -> call.method().equals("POST")
                            && call.uri().equals(host.platform().credentialsUrl(probe.version())));
            probe.claim("VER-006")
                    .on(calls.get(calls.size() - 1))
                    .holds(
                            fetched && posted,
                            "the details of " + version + ", then a POST there",
                            calls.stream().map(WireExchange::uri).toList());
        }
    }

    /** One that is too old, those of the system up to the one under test, and one that nobody has. */
    private static String[] upTo(Probe probe) {
        Stream<String> common = Arrays.stream(SpecVersion.values())
                .filter(version -> version == probe.version()
                        || version.compareTo(probe.version()) < 0
                                && probe.published().details(version).isPresent())
                .map(SpecVersion::spelling);
        return Stream.of(Stream.of("2.1.1"), common, Stream.of("9.9.9"))
                .flatMap(list -> list)
                .toArray(String[]::new);
    }

    @Proves(value = "CRED-022", stage = Stage.DESTRUCTIVE)
    void no_post_when_endpoints_are_missing(Probe probe) {
        try (Host host = Host.inviting(probe, setup -> {
            setup.empty().versions(probe.version().spelling());
            FUNCTIONAL.forEach(setup::without);
        })) {
            host.register();
            Optional<WireExchange> post = host.first("POST", "credentials");
            boolean needy = probe
                    .evidence()
                    .answers(answer -> answer.method().equals("POST")
                            && answer.ocpiStatus().filter(code -> code == 3003).isPresent())
                    .stream()
                    .findAny()
                    .isPresent();
            if (post.isEmpty() || needy) {
                probe.claim("CRED-022")
                        .on(post.orElse(host.calls().get(0)))
                        .holds(post.isEmpty(), "no POST to a platform that offers credentials alone", "a POST");
            } else {
                throw probe.inconclusive("the system registered with a platform that offers credentials alone: only its"
                        + " operator knows whether it needs endpoints of its partners");
            }
        }
    }

    @Proves(value = "CRED-018", stage = Stage.DESTRUCTIVE)
    void a_compromised_token_is_replaced(Probe probe) {
        Set<String> before = new HashSet<>();
        probe.seen().all("Credentials").forEach(seen -> before.add(seen.text("token")));
        int mark = probe.evidence().mark();
        probe.trigger("replace-token", Map.of());
        Optional<WireExchange> put = probe.await(
                mark,
                call -> call.method().equals("PUT")
                        && call.target()
                                .filter(target -> target.module().equals("credentials"))
                                .isPresent(),
                probe.sut().timings().reaction());
        Claim claim = probe.claim("CRED-018");
        if (put.isEmpty()) {
            claim.deviates("a PUT at our credentials endpoint", "none");
            return;
        }
        String token = put.get().requestBody().json().path("token").asText();
        claim.on(put.get())
                .at("/token")
                .holds(!token.isEmpty() && !before.contains(token), "a token that was not used before", "a former one");
    }

    @Proves(value = "CRED-042", stage = Stage.DESTRUCTIVE)
    void the_system_that_leaves_falls_silent(Probe probe) {
        try (Host host = Host.inviting(probe)) {
            if (!host.register()) {
                throw probe.skip("the system could not register with us (CRED-001)");
            }
            Platform platform = host.platform();
            int mark = probe.evidence().mark();
            probe.trigger(
                    "unregister", Map.of("versions_url", platform.versionsUrl().toString()));
            WireExchange delete = platform.await(
                            mark,
                            call -> call.method().equals("DELETE")
                                    && call.target()
                                            .filter(target -> target.module().equals("credentials"))
                                            .isPresent(),
                            probe.sut().timings().reaction())
                    .orElseThrow(() -> probe.inconclusive("the trigger unregister was pulled, and no DELETE came"));
            Optional<WireExchange> call = Silence.broken(probe, platform, delete);
            probe.claim("CRED-042")
                    .on(call.orElse(delete))
                    .holds(call.isEmpty(), "no calls after its own DELETE", "a call of the system");
        }
    }
}
