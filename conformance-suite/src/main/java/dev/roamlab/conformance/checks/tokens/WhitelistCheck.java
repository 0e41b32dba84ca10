package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Optional;

/** Cards held at a CPO's stations, and what their whitelist value means. Spec: mod_tokens_whitelisttype_enum. */
@Checks(module = CatalogueModule.TOKENS)
final class WhitelistCheck {
    private static final String ALLOWED = "ALLOWED";

    @Proves(
            value = {"TOK-009", "TOK-059", "TOK-083"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void an_invalid_card_is_asked_about(Probe probe) {
        String reference = probe.platform().samples().shortId();
        int mark = probe.evidence().mark();
        try (Presented card = Presented.pushed(probe, "NEVER", false).answered(ALLOWED, Optional.empty(), reference)) {
            card.present();
            Optional<WireExchange> session = asked(probe, "TOK-083", card);
            started(probe, "TOK-083", session);
            session.ifPresent(push -> repeats(probe, push, reference));
            long lists = probe.evidence().all().stream()
                    .skip(mark)
                    .filter(call -> call.fromSut()
                            && call.method().equals("GET")
                            && call.target()
                                    .filter(target -> target.module().equals("tokens")
                                            && target.rest().isEmpty())
                                    .isPresent()
                            && call.uri().getRawQuery() == null)
                    .count();
            probe.claim("TOK-009").holds(lists <= 1, "no list pulled for an authorization", lists + " pulls");
            card.stop();
            card.awaitCdr().ifPresent(cdr -> repeats(probe, cdr, reference));
        }
    }

    private static void repeats(Probe probe, WireExchange call, String reference) {
        JsonNode found = call.requestBody().json().path("authorization_reference");
        probe.claim("TOK-059")
                .on(call)
                .at("/authorization_reference")
                .holds(found.asText().equalsIgnoreCase(reference), reference, found);
    }

    private static Optional<WireExchange> asked(Probe probe, String id, Presented card) {
        // A station may have been busy: what cannot be presented again is no finding.
        Optional<WireExchange> asked =
                card.awaitAsked().or(() -> card.presentAgain().awaitAsked());
        asked.map(call -> probe.claim(id).on(call))
                .orElse(probe.claim(id))
                .holds(asked.isPresent(), "a POST authorize for the card presented", "none");
        return card.awaitSession();
    }

    /** A CPO that never pushes a Session may leave them to be pulled. */
    private static void started(Probe probe, String id, Optional<WireExchange> session) {
        Claim claim = session.map(found -> probe.claim(id).on(found)).orElse(probe.claim(id));
        boolean pushes = probe.seen().all("Session").stream()
                .anyMatch(seen -> seen.exchange().fromSut());
        if (session.isEmpty() && !pushes) {
            claim.inconclusive("the system pushes no Sessions");
        } else {
            claim.holds(session.isPresent(), "a Session of the card", "none");
        }
    }

    private static void notStarted(Claim claim, Optional<WireExchange> session) {
        session.map(claim::on).orElse(claim).holds(session.isEmpty(), "no Session of the card", "a Session");
    }

    @Proves(
            value = {"TOK-084", "TOK-085"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_whitelisted_card_charges_without_a_question(Probe probe) {
        try (Presented card = Presented.pushed(probe, "ALWAYS", true)) {
            card.present();
            Optional<WireExchange> session = card.awaitSession();
            started(probe, "TOK-085", session);
            session.ifPresent(push -> method(probe, "TOK-085", push, List.of("WHITELIST")));
            List<WireExchange> asked = card.asked();
            asked.stream()
                    .findFirst()
                    .map(call -> probe.claim("TOK-084").on(call))
                    .orElse(probe.claim("TOK-084"))
                    .holds(asked.isEmpty(), "no POST authorize for a card with whitelist ALWAYS", asked.size());
        }
    }

    private static void method(Probe probe, String id, WireExchange push, List<String> allowed) {
        String method = push.requestBody().json().path("auth_method").asText();
        probe.claim(id).on(push).at("/auth_method").holds(allowed.contains(method), "auth_method " + allowed, method);
    }

    @Proves(value = "TOK-086", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void an_allowed_card_charges_either_way(Probe probe) {
        try (Presented card = Presented.pushed(probe, ALLOWED, true)) {
            card.present();
            Optional<WireExchange> session = card.awaitSession();
            started(probe, "TOK-086", session);
            session.ifPresent(push ->
                    method(probe, "TOK-086", push, List.of(card.asked().isEmpty() ? "WHITELIST" : "AUTH_REQUEST")));
        }
    }

    @Proves(
            value = {"TOK-060", "TOK-087"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_card_that_is_not_allowed_does_not_charge(Probe probe) {
        try (Presented card =
                Presented.pushed(probe, "ALLOWED_OFFLINE", true).answered("BLOCKED", Optional.empty(), "")) {
            card.present();
            Optional<WireExchange> asked = card.awaitAsked();
            probe.claim("TOK-087").holds(asked.isPresent(), "a POST authorize while the eMSP answers", "none");
            Optional<WireExchange> session = card.unwantedSession();
            notStarted(probe.claim("TOK-087"), session);
            if (asked.isPresent()) {
                notStarted(probe.claim("TOK-060"), session);
            }
        }
        for (String refusal : List.of("EXPIRED", "NO_CREDIT", "NOT_ALLOWED")) {
            try (Presented card = Presented.pushed(probe, "NEVER", true).answered(refusal, Optional.empty(), "")) {
                card.present();
                if (card.awaitAsked().isPresent()) {
                    notStarted(probe.claim("TOK-060"), card.unwantedSession());
                }
            }
        }
        elsewhere(probe);
    }

    /** Allowed, but at another EVSE of the Location only. */
    private static void elsewhere(Probe probe) {
        try (Presented card = Presented.pushed(probe, "NEVER", true)) {
            String other = probe.platform().samples().shortId();
            card.answered(ALLOWED, Optional.of(Authorizing.references(card.locationId(), other)), "");
            card.present();
            if (card.awaitAsked().isPresent()) {
                notStarted(probe.claim("TOK-060"), card.unwantedSession());
            }
        }
    }

    @Proves(value = "TOK-088", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void a_card_charges_while_its_emsp_is_away(Probe probe) {
        try (Presented card = Presented.pushed(probe, "ALLOWED_OFFLINE", true);
                Script silence = card.silence()) {
            card.present();
            Optional<WireExchange> session = card.awaitLateSession();
            if (silence.hits().isEmpty()) {
                throw probe.inconclusive("the CPO did not ask, so it did not notice that nobody answers");
            }
            started(probe, "TOK-088", session);
        }
    }

    @Proves(value = "TOK-089", stage = Stage.DRIVEN, sut = SutRole.CPO)
    void a_card_is_asked_about_each_time(Probe probe) {
        try (Presented card = Presented.pushed(probe, "NEVER", true)) {
            for (int use = 0; use < 2; use++) {
                card.present();
                if (asked(probe, "TOK-089", card).isEmpty()) {
                    throw probe.inconclusive("no Session came of an authorization with ALLOWED");
                }
                card.stop();
            }
            try (Script silence = card.silence()) {
                card.present();
                Optional<WireExchange> session = card.unwantedSession();
                if (!silence.hits().isEmpty() || session.isPresent()) {
                    notStarted(probe.claim("TOK-089"), session);
                }
            }
        }
    }
}
