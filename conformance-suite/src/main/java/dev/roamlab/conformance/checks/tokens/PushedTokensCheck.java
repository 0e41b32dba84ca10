package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.tokens.Authorizing.Subject;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Reply;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** An eMSP whose operator makes, changes and blocks tokens. Spec: mod_tokens_push_model. */
@Checks(module = CatalogueModule.TOKENS)
final class PushedTokensCheck {
    @Proves(
            value = {"TOK-003", "TOK-004", "TOK-005", "TOK-007", "TOK-016", "TOK-072"},
            stage = Stage.DRIVEN,
            sut = SutRole.EMSP)
    void a_token_is_pushed_for_all_its_life(Probe probe) {
        Optional<WireExchange> pushed = added(probe);
        boolean put = pushed.filter(call -> call.method().equals("PUT")
                        && TokenFields.REQUIRED.stream()
                                .allMatch(field -> call.requestBody().json().hasNonNull(field)))
                .isPresent();
        for (String id : List.of("TOK-003", "TOK-016")) {
            pushed.map(call -> probe.claim(id).on(call))
                    .orElse(probe.claim(id))
                    .holds(
                            put,
                            "a PUT of the whole new Token",
                            pushed.map(WireExchange::method).orElse("no push"));
        }
        if (pushed.isEmpty()) {
            throw probe.inconclusive("no new Token was pushed");
        }
        JsonNode token = pushed.get().requestBody().json();
        changed(probe, token);
        blocked(probe, token);
        lookedAfter(probe);
    }

    private static Optional<WireExchange> added(Probe probe) {
        int mark = probe.evidence().mark();
        String uid = probe.trigger("add-token", Map.of()).path("uid").asText("");
        List<String> known = probe.platform().held("tokens").list().stream()
                .map(token -> token.path("uid").asText())
                .toList();
        return probe.await(
                mark,
                call -> isPush(probe, call)
                        && (uid.isEmpty()
                                ? !known.contains(uid(call))
                                : uid(call).equalsIgnoreCase(uid)),
                probe.sut().timings().push());
    }

    private static boolean isPush(Probe probe, WireExchange call) {
        return List.of("PUT", "PATCH", "POST", "DELETE").contains(call.method())
                && call.target()
                        .filter(target -> target.is("tokens", Side.RECEIVER)
                                && target.version()
                                        .filter(at -> at != probe.version())
                                        .isEmpty()
                                && target.rest().size() == 3)
                        .isPresent();
    }

    private static String uid(WireExchange call) {
        return call.target().orElseThrow().rest().get(2);
    }

    private static Optional<WireExchange> next(Probe probe, int mark, String uid, Predicate<WireExchange> which) {
        return probe.await(
                mark,
                call -> isPush(probe, call) && uid(call).equalsIgnoreCase(uid) && which.test(call),
                probe.sut().timings().push());
    }

    private static void changed(Probe probe, JsonNode token) {
        String uid = token.path("uid").asText();
        if (!probe.canTrigger("change-token")) {
            probe.claim("TOK-004").inconclusive("there is no trigger change-token");
            return;
        }
        int mark = probe.evidence().mark();
        probe.trigger("change-token", Map.of("uid", uid));
        Optional<WireExchange> push = next(probe, mark, uid, call -> true);
        Instant before = Moment.of(token.path("last_updated")).orElse(Instant.MIN);
        boolean newer = push.flatMap(call -> Moment.of(call.requestBody().json().path("last_updated")))
                .filter(at -> at.isAfter(before))
                .isPresent();
        boolean right = push.filter(call -> List.of("PUT", "PATCH").contains(call.method()))
                .isPresent();
        push.map(call -> probe.claim("TOK-004").on(call).at("/last_updated"))
                .orElse(probe.claim("TOK-004"))
                .holds(
                        right && newer,
                        "a PUT or PATCH with a last_updated after " + before,
                        push.map(call ->
                                        call.method() + " " + call.requestBody().text())
                                .orElse("no push"));
    }

    private static void blocked(Probe probe, JsonNode token) {
        String uid = token.path("uid").asText();
        int mark = probe.evidence().mark();
        probe.trigger("block-token", Map.of("uid", uid));
        Optional<WireExchange> push = next(
                probe,
                mark,
                uid,
                call -> call.method().equals("DELETE")
                        || call.requestBody().json().has("valid"));
        if (push.isEmpty()) {
            probe.claim("TOK-005").warns("a PUT or PATCH with valid false", "no push");
        } else {
            probe.claim("TOK-005")
                    .on(push.get())
                    .at("/valid")
                    .holds(
                            !push.get().method().equals("DELETE")
                                    && !push.get()
                                            .requestBody()
                                            .json()
                                            .path("valid")
                                            .asBoolean(true),
                            "a PUT or PATCH with valid false",
                            push.get().method() + " " + push.get().requestBody().text());
        }
        told(probe, new Subject(uid, token.path("type").asText(HeldToken.RFID)));
    }

    /** What the operator blocked may not charge, and is said to be blocked. */
    private static void told(Probe probe, Subject blocked) {
        Authorizing authorizing = new Authorizing(probe);
        if (authorizing.isMissing()) {
            return;
        }
        WireExchange answer = authorizing.ask(blocked, Authorizing.references(authorizing.nowhere()));
        if (AuthorizationCheck.isDecided(answer)) {
            String allowed = answer.data().path("allowed").asText();
            probe.claim("TOK-072")
                    .on(answer)
                    .at("/data/allowed")
                    .holds(allowed.equals("BLOCKED"), "allowed BLOCKED for a blocked Token", allowed);
        }
        WireExchange good = authorizing.ask(authorizing.valid(), Authorizing.references(authorizing.nowhere()));
        if (AuthorizationCheck.isDecided(good)) {
            String allowed = good.data().path("allowed").asText();
            // Without a Location of its own, a good token may still be limited to others.
            probe.claim("TOK-072")
                    .on(good)
                    .at("/data/allowed")
                    .holds(
                            List.of("ALLOWED", "NOT_ALLOWED").contains(allowed),
                            "ALLOWED (or NOT_ALLOWED at this place) for a good Token",
                            allowed);
        }
    }

    private static void lookedAfter(Probe probe) {
        int mark = probe.evidence().mark();
        String uid;
        try (Script broken = probe.platform()
                .script(incoming -> incoming.is("PUT", "tokens", Side.RECEIVER)
                        && incoming.rest().size() == 3
                        && probe.platform()
                                .held("tokens")
                                .byId(incoming.rest().get(2))
                                .isEmpty())
                .times(1)
                .answer(Reply.status(500))) {
            probe.trigger("add-token", Map.of());
            uid = broken.await(probe.sut().timings().push())
                    .map(PushedTokensCheck::uid)
                    .orElseThrow(() -> probe.inconclusive("no new Token was pushed"));
        }
        boolean asked = probe.await(
                        mark,
                        call -> call.method().equals("GET")
                                && call.target()
                                        .filter(target -> target.is("tokens", Side.RECEIVER)
                                                && target.rest().size() == 3
                                                && target.rest().get(2).equalsIgnoreCase(uid))
                                        .isPresent(),
                        probe.sut().timings().quiet())
                .isPresent();
        probe.claim("TOK-007").notes(asked ? "the Token was read back" : "the Token was not read back");
        probe.claim("TOK-007").held();
        if (probe.canTrigger("block-token")) {
            probe.trigger("block-token", Map.of("uid", uid));
        }
    }

    @Proves(value = "TOK-053", stage = Stage.DRIVEN, sut = SutRole.EMSP)
    void a_limited_token_is_limited_to_its_places(Probe probe) {
        String uid = probe.sut()
                .known()
                .locationDependentToken()
                .orElseThrow(() ->
                        probe.inconclusive("the SUT file names no token whose authorization depends on the Location"));
        Authorizing authorizing = new Authorizing(probe);
        authorizing.requireImplemented();
        Subject subject = new Subject(uid, HeldToken.RFID);
        String place = authorizing.nowhere();
        WireExchange elsewhere = authorizing.ask(subject, Authorizing.references(place, place + "-1"));
        if (AuthorizationCheck.isDecided(elsewhere)) {
            String allowed = elsewhere.data().path("allowed").asText();
            probe.claim("TOK-053")
                    .on(elsewhere)
                    .at("/data/allowed", "/data/location")
                    .holds(
                            !allowed.equals("ALLOWED")
                                    && !elsewhere.data().path("location").isObject(),
                            "NOT_ALLOWED without location at a place that nobody knows",
                            elsewhere.data());
        }
    }
}
