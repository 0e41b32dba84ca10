package dev.roamlab.conformance.checks.credentials;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.tester.PlatformSetup;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.function.Consumer;

/** Credentials that are incomplete, and credentials of many. Spec: credentials_credentials_object. */
@Checks(module = CatalogueModule.CREDENTIALS)
final class PostedCredentialsCheck {
    @Proves(
            value = {"CRED-045", "CRED-051", "CRED-067"},
            stage = Stage.DESTRUCTIVE)
    void incomplete_credentials_are_2001(Probe probe) {
        try (Newcomer newcomer = Newcomer.invited(probe)) {
            for (String field : java.util.List.of(
                    "token", "url", "roles", "role", "business_details", "party_id", "country_code")) {
                ObjectNode credentials = newcomer.credentials();
                ((ObjectNode)
                                (credentials.has(field)
                                        ? credentials
                                        : credentials.path("roles").get(0)))
                        .remove(field);
                if (!refused(probe, newcomer, "CRED-045", credentials, "without " + field)) {
                    return;
                }
            }
            ObjectNode twice = newcomer.credentials();
            twice.withArray("roles").add(twice.path("roles").get(0).deepCopy());
            ObjectNode nameless = newcomer.credentials();
            ((ObjectNode) nameless.path("roles").get(0)).putObject("business_details");
            if (refused(probe, newcomer, "CRED-051", twice, "with one role twice")
                    && warned(probe, newcomer, nameless)) {
                WireExchange correct = newcomer.post(newcomer.credentials());
                probe.claim("CRED-045")
                        .on(correct)
                        .holds(correct.accepted(), "correct credentials accepted afterwards", correct.outcome());
                probe.claim("CRED-067")
                        .on(correct)
                        .holds(correct.accepted(), "business_details with a name only accepted", correct.outcome());
            }
        }
    }

    /** Whether the answer was 2001; the first acceptance ends the attempts, for then we are registered. */
    private static boolean refused(Probe probe, Newcomer newcomer, String id, ObjectNode credentials, String what) {
        WireExchange answer = newcomer.post(credentials);
        boolean right = answer.status() == 200
                && answer.ocpiStatus().filter(code -> code == 2001).isPresent();
        probe.claim(id)
                .on(answer)
                .holdsOrWarns(right, "HTTP 200 and status_code 2001 for credentials " + what, answer.outcome());
        return !answer.accepted();
    }

    private static boolean warned(Probe probe, Newcomer newcomer, ObjectNode credentials) {
        WireExchange answer = newcomer.post(credentials);
        boolean right = answer.ocpiStatus().filter(code -> code == 2001).isPresent();
        probe.claim("CRED-067")
                .on(answer)
                .holdsOrWarns(right, "status_code 2001 for empty business_details", answer.outcome());
        return !answer.accepted();
    }

    @Proves(value = "CRED-064", stage = Stage.DESTRUCTIVE)
    void many_parties_behind_one_connection(Probe probe) {
        if (!probe.is(SpecVersion.V2_3_0)) {
            return;
        }
        Consumer<PlatformSetup> hub = setup -> {
            setup.empty().hub(new Party(probe.us().countryCode(), "ZHB"));
            for (int i = 10; i < 59; i++) {
                setup.party(new Party(probe.us().countryCode(), "Y" + i));
            }
        };
        try (Newcomer newcomer = Newcomer.invited(probe, hub)) {
            WireExchange post = newcomer.post(newcomer.credentials());
            probe.claim("CRED-064").on(post).holds(post.accepted(), "fifty roles accepted", post.outcome());
            if (post.accepted()) {
                for (String party : java.util.List.of("Y10", "Y33", "Y58")) {
                    WireExchange push = SamplePush.by(probe, newcomer.platform(), party);
                    probe.claim("CRED-064")
                            .on(push)
                            .holds(push.accepted(), "an object of " + party + " accepted", push.outcome());
                }
            }
        }
    }
}
