package dev.roamlab.conformance.checks.transport;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Who gets in, and who does not. Spec: transport_and_format_authorization. */
@Checks(module = CatalogueModule.TRANSPORT)
final class AuthorizationCheck {
    @Proves({"TRN-007", "TRN-008"})
    void the_encoded_token_opens_and_the_bare_one_does_no_harm(Probe probe) {
        URI versions = probe.published().versionsUrl();
        WireExchange encoded = probe.get(versions).send();
        probe.claim("TRN-007")
                .on(encoded)
                .holds(encoded.accepted(), "HTTP 200 and status_code 1000", encoded.outcome());
        String token = probe.relation().token();
        WireExchange bare = probe.get(versions)
                .header("Authorization", "Token " + token)
                .once()
                .send();
        Claim claim = probe.claim("TRN-008").on(bare);
        claim.holds(bare.status() < 500, "HTTP 200 or HTTP 401", bare.outcome());
        claim.notes("a token that is not encoded is answered with HTTP " + bare.status());
    }

    @Proves("TRN-010")
    void nobody_gets_in_without_a_header(Probe probe) {
        closed(probe, "TRN-010", call -> call.without("Authorization"));
    }

    @Proves("TRN-011")
    void nobody_gets_in_with_an_unknown_token(Probe probe) {
        String unknown = UUID.randomUUID().toString();
        closed(probe, "TRN-011", call -> call.token(unknown));
    }

    private static void closed(Probe probe, String id, UnaryOperator<Call> spoilt) {
        for (Call call : readings(probe)) {
            WireExchange answer = spoilt.apply(call).send();
            probe.claim(id).on(answer).holds(answer.status() == 401, "HTTP 401", answer.outcome());
        }
        Sample sample = Sample.minimal(probe);
        if (!probe.offers(sample.module(), Side.RECEIVER)) {
            return;
        }
        WireExchange put = spoilt.apply(sample.call("PUT").body(sample.json())).send();
        probe.claim(id).on(put).holds(put.status() == 401, "HTTP 401", put.outcome());
        WireExchange stored = sample.call("GET").send();
        probe.claim(id).on(stored).holds(!stored.accepted(), "nothing stored", stored.outcome());
    }

    private static List<Call> readings(Probe probe) {
        List<Call> calls = new ArrayList<>();
        calls.add(probe.get(probe.published().versionsUrl()));
        probe.published().details(probe.version()).ifPresent(url -> calls.add(probe.get(url)));
        calls.add(probe.get(probe.credentialsEndpoint()));
        Lists.modules(probe).stream().findFirst().ifPresent(module -> calls.add(probe.list(module)));
        return calls;
    }

    @Proves("TRN-012")
    void unusable_headers_are_401(Probe probe) {
        String token = probe.relation().token();
        String half = encoded(token.substring(0, token.length() / 2));
        unusable(probe, "Token", true);
        unusable(probe, "Token %%%not-base64%%%", true);
        unusable(probe, "Token " + half, false);
        for (String scheme : List.of("Bearer ", "Basic ")) {
            WireExchange answer = with(probe, scheme + encoded(token));
            probe.claim("TRN-012")
                    .on(answer)
                    .at("Authorization")
                    .holdsOrWarns(answer.status() == 401, "HTTP 401 for the scheme " + scheme, answer.outcome());
        }
    }

    private static void unusable(Probe probe, String value, boolean badRequestTolerated) {
        WireExchange answer = with(probe, value);
        Claim claim = probe.claim("TRN-012").on(answer).at("Authorization");
        if (answer.status() == 400 && badRequestTolerated) {
            claim.warns("HTTP 401", answer.outcome());
        } else {
            claim.holds(answer.status() == 401, "HTTP 401", answer.outcome());
        }
    }

    private static WireExchange with(Probe probe, String value) {
        return probe.get(probe.published().versionsUrl())
                .header("Authorization", value)
                .once()
                .send();
    }

    private static String encoded(String token) {
        return Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    @Proves(value = "TRN-014", stage = dev.roamlab.conformance.check.Stage.FINAL)
    void token_a_opens_versions_details_and_credentials(Probe probe) {
        String header = "Token " + encoded(probe.sut().token());
        for (WireExchange answer : Messages.answers(probe)) {
            boolean withTokenA = answer.requestHeaders()
                    .first("Authorization")
                    .filter(header::equals)
                    .isPresent();
            boolean registered = probe.evidence()
                    .answers(one -> one.at().isBefore(answer.at())
                            && one.method().equals("POST")
                            && one.accepted()
                            && one.target()
                                    .filter(target -> target.module().equals("credentials"))
                                    .isPresent())
                    .isEmpty();
            if (withTokenA && registered && answer.method().equals("GET") && Messages.isConfiguration(answer)) {
                probe.claim("TRN-014")
                        .on(answer)
                        .holds(answer.accepted(), "HTTP 200 and status_code 1000 with TOKEN_A", answer.outcome());
            } else if (withTokenA && registered && answer.method().equals("POST") && Messages.isConfiguration(answer)) {
                probe.claim("TRN-014")
                        .on(answer)
                        .holds(answer.status() != 401, "access with TOKEN_A", answer.outcome());
            }
        }
    }
}
