package dev.roamlab.conformance.checks.statuscodes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.credentials.Newcomer;
import dev.roamlab.conformance.tester.PlatformSetup;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;

/** What a POST of credentials is answered when our side does not work. Spec: status_codes_3xxx_server_errors. */
@Checks(module = CatalogueModule.STATUS_CODES)
final class RegistrationCodesCheck {
    @Proves(value = "STC-014", stage = Stage.DESTRUCTIVE)
    void an_error_with_odd_data_is_coped_with(Probe probe) {
        ObjectNode odd = JsonNodeFactory.instance
                .objectNode()
                .put("status_code", 3000)
                .put("timestamp", java.time.Instant.now().toString())
                .put("data", "boom");
        try (Newcomer newcomer = Newcomer.invited(probe);
                var script = newcomer.platform().script(incoming -> incoming.is("GET", "version_details"))) {
            script.answer(Reply.json(200, odd));
            WireExchange post = newcomer.post(newcomer.credentials());
            probe.claim("STC-014")
                    .on(post)
                    .holds(post.status() < 500 && post.ocpiStatus().isPresent(), "an envelope", post.outcome());
        }
    }

    @Proves(value = "STC-015", stage = Stage.DESTRUCTIVE)
    void an_error_in_an_http_200_is_an_error(Probe probe) {
        try (Newcomer newcomer = Newcomer.invited(probe);
                var script = newcomer.platform().script(incoming -> incoming.is("GET", "versions"))) {
            script.answer(Reply.ocpi(200, 2000, "no"));
            WireExchange post = newcomer.post(newcomer.credentials());
            if (script.hits().isEmpty()) {
                throw probe.inconclusive("the system reads our versions after it has answered, if at all");
            }
            probe.claim("STC-015")
                    .on(post)
                    .holds(
                            post.ocpiStatus().filter(code -> code == 1000).isEmpty(),
                            "an error: our versions could not be read",
                            post.outcome());
        }
    }

    @Proves(value = "STC-026", stage = Stage.DESTRUCTIVE)
    void an_unreachable_client_is_3001(Probe probe) {
        try (Newcomer newcomer = Newcomer.invited(probe)) {
            // The discard port: nobody listens there.
            WireExchange post = newcomer.post(newcomer.credentials().put("url", "http://127.0.0.1:9/versions"));
            probe.claim("STC-026")
                    .on(post)
                    .holds(
                            post.ocpiStatus().filter(code -> code == 3001).isPresent(),
                            "status_code 3001",
                            post.outcome());
        }
    }

    @Proves(value = "STC-027", stage = Stage.DESTRUCTIVE)
    void no_common_version_is_3002(Probe probe) {
        String other = probe.is(SpecVersion.V2_2_1) ? "2.3.0" : "2.2.1";
        try (Newcomer newcomer = Newcomer.invited(probe, setup -> setup.empty().versions(other))) {
            WireExchange post = newcomer.post(newcomer.credentials());
            if (post.accepted()) {
                throw probe.inconclusive("the system did not look at our versions (CRED-031)");
            }
            Claim claim = probe.claim("STC-027").on(post);
            claim.notes("a client without the version is answered " + post.outcome());
            claim.holds(
                    post.ocpiStatus()
                            .filter(List.of(3001, 3002, 3003)::contains)
                            .isPresent(),
                    "status_code 3002",
                    post.outcome());
        }
    }

    @Proves(value = "STC-028", stage = Stage.DESTRUCTIVE)
    void missing_endpoints_are_3003(Probe probe) {
        try (Newcomer newcomer = Newcomer.invited(probe, RegistrationCodesCheck::bare)) {
            WireExchange post = newcomer.post(newcomer.credentials());
            Claim claim = probe.claim("STC-028").on(post);
            claim.notes("a client that lists nothing but credentials is answered " + post.outcome());
            claim.holds(
                    post.status() == 200
                            && post.ocpiStatus()
                                    .filter(List.of(3003, 1000)::contains)
                                    .isPresent(),
                    "status_code 3003, or 1000 from a system that needs no endpoints",
                    post.outcome());
        }
    }

    private static void bare(PlatformSetup setup) {
        setup.empty();
        List.of("locations", "sessions", "cdrs", "tariffs", "tokens", "commands")
                .forEach(setup::without);
    }
}
