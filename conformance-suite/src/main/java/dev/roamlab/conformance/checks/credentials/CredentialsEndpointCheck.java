package dev.roamlab.conformance.checks.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The credentials endpoint for a party that is registered. Spec: credentials_interfaces_and_endpoints. */
@Checks(module = CatalogueModule.CREDENTIALS)
final class CredentialsEndpointCheck {
    @Proves("CRED-008")
    void token_c_opens_all_modules(Probe probe) {
        opens(probe, probe.get(probe.published().versionsUrl()).send());
        opens(probe, probe.get(probe.credentialsEndpoint()).send());
        for (var endpoint : probe.published().endpoints(probe.version())) {
            boolean list = List.of("locations", "sessions", "cdrs", "tariffs", "tokens")
                    .contains(endpoint.module());
            if (list && endpoint.side() == Side.SENDER) {
                opens(probe, probe.list(endpoint.module()).query("limit", "1").send());
            } else if (list && !endpoint.module().equals("cdrs")) {
                opens(
                        probe,
                        probe.get(endpoint.url())
                                .path(probe.us().countryCode(), probe.us().partyId(), probe.runId() + "-NONE")
                                .send());
            }
        }
    }

    private static void opens(Probe probe, WireExchange answer) {
        Claim claim = probe.claim("CRED-008").on(answer);
        if (claim.holds(answer.status() != 401, "access with TOKEN_C", answer.outcome())) {
            claim.holdsOrWarns(answer.status() != 403, "access with TOKEN_C", answer.outcome());
        }
    }

    @Proves("CRED-012")
    void each_version_has_its_own_credentials_endpoint(Probe probe) {
        List<URI> urls = java.util.Arrays.stream(SpecVersion.values())
                .flatMap(version -> probe.published().credentials(version).stream())
                .toList();
        if (urls.size() < 2) {
            throw probe.inconclusive("only one version of the system could be read");
        }
        probe.claim("CRED-012").holds(new HashSet<>(urls).size() == urls.size(), "a URL for each version", urls);
    }

    @Proves({"CRED-025", "CRED-028", "CRED-030", "CRED-049"})
    void get_returns_the_systems_credentials_and_changes_nothing(Probe probe) {
        Set<String> tokens = new HashSet<>();
        WireExchange answer = null;
        for (int i = 0; i < 3; i++) {
            answer = probe.get(probe.credentialsEndpoint()).send();
            tokens.add(answer.data().path("token").asText());
        }
        probe.claim("CRED-025")
                .on(answer)
                .holds(
                        answer.status() != 404
                                && answer.status() != 501
                                && answer.ocpiStatus().isPresent(),
                        "an OCPI envelope",
                        answer.outcome());
        Claim got = probe.claim("CRED-028").on(answer);
        if (!got.holds(answer.accepted(), "HTTP 200 and status_code 1000", answer.outcome())) {
            return;
        }
        WireExchange versions = probe.get(probe.published().versionsUrl()).send();
        probe.claim("CRED-030")
                .on(answer)
                .at("/data/token")
                .holds(tokens.size() == 1, "the same token three times", tokens.size() + " tokens");
        probe.claim("CRED-030").on(versions).holds(versions.accepted(), "TOKEN_C still valid", versions.outcome());
        compare(probe, answer);
        urlIsVersions(probe, answer.data().path("url"));
    }

    private static void compare(Probe probe, WireExchange answer) {
        JsonNode known = probe.relation().credentials();
        for (String field : List.of("url", "roles")) {
            probe.claim("CRED-028")
                    .on(answer)
                    .at("/data/" + field)
                    .holds(
                            same(answer.data().path(field), known.path(field)),
                            "the same " + field + " as at registration: " + known.path(field),
                            answer.data().path(field));
        }
        String token = answer.data().path("token").asText();
        Claim claim = probe.claim("CRED-028").on(answer).at("/data/token");
        if (claim.holds(!token.equals(probe.platform().tokenB()), "TOKEN_C", "TOKEN_B, the client's own token")) {
            claim.holdsOrWarns(
                    probe.platform().tokenC().filter(token::equals).isPresent(),
                    "TOKEN_C",
                    "another token, or a masked one");
        }
    }

    /** The order of roles says nothing. */
    private static boolean same(JsonNode one, JsonNode other) {
        Set<JsonNode> ones = new HashSet<>();
        Set<JsonNode> others = new HashSet<>();
        one.forEach(ones::add);
        other.forEach(others::add);
        return one.isArray() ? ones.equals(others) : one.equals(other);
    }

    private static void urlIsVersions(Probe probe, JsonNode url) {
        if (!Handshakes.isAbsolute(url.asText())) {
            return;
        }
        WireExchange list = probe.get(URI.create(url.asText())).send();
        boolean named = false;
        for (JsonNode entry : list.data()) {
            named |= entry.path("version").asText().equals(probe.version().spelling());
        }
        probe.claim("CRED-049")
                .on(list)
                .holds(
                        list.accepted() && named,
                        "the versions list, with " + probe.version().spelling(),
                        list.outcome() + " " + list.data());
    }

    @Proves("CRED-026")
    void patch_changes_nothing(Probe probe) {
        var patch = JsonNodeFactory.instance.objectNode().put("url", "https://example.com/elsewhere");
        WireExchange answer =
                probe.patch(probe.credentialsEndpoint(), patch).once().send();
        boolean harmless = answer.status() != 500
                && answer.ocpiStatus().filter(code -> code == 1000).isEmpty();
        probe.claim("CRED-026").on(answer).holdsOrWarns(harmless, "HTTP 405", answer.outcome());
        WireExchange after = probe.get(probe.credentialsEndpoint()).send();
        probe.claim("CRED-026").on(after).holds(after.accepted(), "the registration as it was", after.outcome());
    }

    @Proves(value = "CRED-033", stage = Stage.DESTRUCTIVE)
    void post_when_registered_is_405(Probe probe) {
        var credentials = probe.platform().credentials(probe.version(), "conformance-" + java.util.UUID.randomUUID());
        WireExchange answer =
                probe.post(probe.credentialsEndpoint(), credentials).send();
        Claim claim = probe.claim("CRED-033").on(answer);
        claim.holds(answer.status() == 405, "HTTP 405", answer.outcome());
        Optional<String> replaced =
                Optional.of(answer.data().path("token").asText()).filter(token -> !token.isEmpty());
        WireExchange after = probe.get(probe.published().versionsUrl()).send();
        if (after.status() == 401 && replaced.isPresent()) {
            // A system that registered us anew is used with the token that it gave, so that the run can go on.
            probe.platform().alsoAccept(credentials.path("token").asText());
            probe.platform()
                    .related(new dev.roamlab.conformance.tester.Relation(
                            probe.version(), answer.data(), probe.relation().endpoints()));
        }
        probe.claim("CRED-033").on(after).holds(after.accepted(), "TOKEN_C still valid", after.outcome());
    }
}
