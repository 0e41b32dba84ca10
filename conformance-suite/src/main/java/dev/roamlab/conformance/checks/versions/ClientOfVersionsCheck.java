package dev.roamlab.conformance.checks.versions;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.credentials.Newcomer;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How the system reads the versions and details of others. Spec: version_information_endpoint. */
@Checks(module = CatalogueModule.VERSIONS)
final class ClientOfVersionsCheck {
    /** Our versions URLs differ from what is usual: a path without the word, and a query. */
    @Proves(value = "VER-002", stage = Stage.FINAL)
    void the_versions_url_is_used_as_given(Probe probe) {
        for (WireExchange told : ourCredentials(probe)) {
            URI given = URI.create(told.requestBody().json().path("url").asText());
            if (given.equals(probe.platform().versionsUrl())) {
                firstReading(probe, told)
                        .ifPresent(call -> probe.claim("VER-002")
                                .on(call)
                                .holds(call.uri().equals(given), "GET " + given, "GET " + call.uri()));
            }
        }
    }

    private static List<WireExchange> ourCredentials(Probe probe) {
        return probe.evidence()
                .answers(exchange -> List.of("POST", "PUT").contains(exchange.method())
                        && exchange.target()
                                .filter(target -> target.module().equals("credentials"))
                                .filter(target ->
                                        target.version().filter(probe::is).isPresent())
                                .isPresent());
    }

    /** The first GET that is, or was meant to be, one of our versions list. */
    private static Optional<WireExchange> firstReading(Probe probe, WireExchange told) {
        return probe
                .platform()
                .received(call -> call.method().equals("GET")
                        && !call.at().isBefore(told.at())
                        && call.at()
                                .isBefore(told.at()
                                        .plus(told.took())
                                        .plus(probe.sut().timings().reaction()))
                        && call.target().map(Target::module).orElse("versions").equals("versions"))
                .stream()
                .findFirst();
    }

    @Proves(value = "VER-021", stage = Stage.DESTRUCTIVE)
    void the_role_of_our_credentials_endpoint_is_ignored(Probe probe) {
        for (Side side : Side.values()) {
            try (Newcomer newcomer =
                    Newcomer.invited(probe, setup -> setup.empty().credentialsListedAs(side))) {
                WireExchange post = newcomer.post(newcomer.credentials());
                probe.claim("VER-021")
                        .on(post)
                        .holds(
                                post.accepted(),
                                "a registration when credentials are listed as " + side,
                                post.outcome());
            }
        }
    }

    @Proves(value = "VER-027", stage = Stage.DESTRUCTIVE)
    void modules_that_nobody_knows_are_skipped(Probe probe) {
        if (!probe.is(SpecVersion.V2_3_0)) {
            return;
        }
        String url = probe.tester().base() + "/lab-" + probe.runId();
        try (Newcomer newcomer =
                Newcomer.invited(probe, setup -> setup.empty().endpoint(probe.version(), "nltsa-lab", "SENDER", url))) {
            WireExchange post = newcomer.post(newcomer.credentials());
            probe.claim("VER-027")
                    .on(post)
                    .holds(post.accepted(), "a registration in spite of the module nltsa-lab", post.outcome());
            List<WireExchange> calls =
                    probe.evidence().received(call -> call.uri().toString().startsWith(url));
            probe.claim("VER-027").on(post).holds(calls.isEmpty(), "no call of " + url, calls.size() + " calls");
        }
    }

    @Proves(value = "VER-028", stage = Stage.DESTRUCTIVE)
    void versions_that_nobody_knows_are_skipped(Probe probe) {
        try (Newcomer newcomer = Newcomer.invited(
                probe,
                setup -> setup.empty().versions("3.0", "9.9.9", probe.version().spelling()))) {
            WireExchange post = newcomer.post(newcomer.credentials());
            probe.claim("VER-028")
                    .on(post)
                    .holds(
                            post.accepted(),
                            "a registration in spite of the versions 3.0 and 9.9.9 before "
                                    + probe.version().spelling(),
                            post.outcome());
            for (String unknown : List.of("3.0", "9.9.9")) {
                List<WireExchange> calls = newcomer.platform()
                        .received(call -> call.uri().equals(newcomer.platform().detailsUrl(unknown)));
                probe.claim("VER-028")
                        .on(calls.isEmpty() ? post : calls.get(0))
                        .holds(calls.isEmpty(), "no GET of the details of " + unknown, calls.size() + " of them");
            }
        }
    }
}
