package dev.roamlab.conformance.checks.transport;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.credentials.Newcomer;
import dev.roamlab.conformance.wire.WireExchange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How the system writes the token that it was given. Spec: transport_and_format_authorization. */
@Checks(module = CatalogueModule.TRANSPORT)
final class TokenEncodingCheck {
    /** Its encoding has a plus sign, a slash and padding: what base64url spells differently. */
    private static final String TELLING = "tok>>>???-B12";

    private static final String PADDED = "([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";

    @Proves(value = "TRN-006", stage = Stage.DESTRUCTIVE)
    void a_telling_token_is_padded_base64(Probe probe) {
        try (Newcomer newcomer = Newcomer.invited(probe)) {
            newcomer.platform().alsoAccept(TELLING);
            newcomer.post(newcomer.platform().credentials(probe.version(), TELLING));
            probe.eventually(
                    probe.sut().timings().reaction(),
                    () -> !newcomer.platform().received(call -> true).isEmpty());
            List<WireExchange> calls =
                    newcomer.platform().received(call -> shown(call).isPresent());
            if (calls.isEmpty()) {
                throw probe.inconclusive("the system did not call back (CRED-031)");
            }
            calls.forEach(call -> telling(probe, call, calls));
        }
    }

    private static void telling(Probe probe, WireExchange call, List<WireExchange> all) {
        String shown = shown(call).orElseThrow();
        Claim claim = probe.claim("TRN-006").on(call).at("Authorization");
        if (shown.equals(encoded(TELLING))) {
            claim.held();
        } else if (shown.equals(TELLING)) {
            bare(claim, call, all, encoded(TELLING)::equals);
        } else if (shown.equals(encoded(TELLING + "\n"))) {
            claim.warns("the encoding of the token alone", "the encoding of the token and a line feed");
        } else {
            claim.deviates(encoded(TELLING), shown);
        }
    }

    @Proves(value = "TRN-006", stage = Stage.FINAL)
    void all_calls_show_padded_base64(Probe probe) {
        List<WireExchange> calls = Messages.calls(probe).stream()
                .filter(call -> shown(call).isPresent())
                .toList();
        for (WireExchange call : calls) {
            String shown = shown(call).orElseThrow();
            Claim claim = probe.claim("TRN-006").on(call).at("Authorization");
            if (shown.matches(PADDED)) {
                claim.held();
            } else if (!shown.equals(TELLING)) {
                bare(claim, call, calls, other -> other.matches(PADDED));
            }
        }
    }

    /** Who finds out a partner's habit by trying shows the right form of it, too. */
    private static void bare(Claim claim, WireExchange call, List<WireExchange> all, Predicate<String> right) {
        boolean tried = all.stream()
                .filter(other -> other.uri().equals(call.uri()))
                .anyMatch(other -> shown(other).filter(right).isPresent());
        if (tried) {
            claim.warns("the token in padded Base64 only", "another form as well");
        } else {
            claim.deviates("the token in padded Base64", "a value that is no padded Base64");
        }
    }

    private static Optional<String> shown(WireExchange call) {
        return call.requestHeaders()
                .first("Authorization")
                .filter(value -> value.startsWith("Token "))
                .map(value -> value.substring("Token ".length()).trim())
                .filter(value -> !value.isEmpty());
    }

    private static String encoded(String token) {
        return Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }
}
