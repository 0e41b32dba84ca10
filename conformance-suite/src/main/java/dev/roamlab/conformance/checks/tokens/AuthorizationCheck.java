package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.checks.tokens.Authorizing.Subject;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Real-time authorization at an eMSP: the request and who is asked about. Spec: mod_tokens_real-time_authorization. */
@Checks(module = CatalogueModule.TOKENS)
final class AuthorizationCheck {
    private static final int TIMED_CALLS = 20;
    private static final Duration QUICK = Duration.ofSeconds(2);

    @Proves(
            value = {"TOK-010", "TOK-011"},
            sut = SutRole.EMSP)
    void who_is_not_whitelisted_can_be_authorized(Probe probe) {
        Authorizing authorizing = new Authorizing(probe);
        List<JsonNode> never =
                authorizing.listed(token -> token.path("whitelist").asText().equals("NEVER"));
        never.stream().findFirst().ifPresent(token -> {
            WireExchange answer = authorizing.ask(Subject.of(token));
            boolean decided = Answers.isOk(answer, 2002) || isDecided(answer);
            probe.claim("TOK-010")
                    .on(answer)
                    .holds(
                            decided,
                            "AuthorizationInfo, or status_code 2002, for a Token with whitelist NEVER",
                            answer.outcome());
        });
        if (!authorizing.isMissing()) {
            probe.claim("TOK-011").held();
            return;
        }
        List<String> others = authorizing
                .listed(token -> !token.path("whitelist").asText().equals("ALWAYS"))
                .stream()
                .map(token -> token.path("uid").asText())
                .toList();
        probe.claim("TOK-011")
                .on(probe.crawl("tokens").pages().get(0))
                .holds(others.isEmpty(), "whitelist ALWAYS for all, as POST authorize is not there", others);
    }

    static boolean isDecided(WireExchange answer) {
        return answer.accepted() && answer.data().path("allowed").isTextual();
    }

    @Proves(value = "TOK-013", sut = SutRole.EMSP)
    void answers_come_quickly(Probe probe) {
        Authorizing authorizing = new Authorizing(probe);
        authorizing.requireImplemented();
        Subject subject = authorizing.valid();
        List<WireExchange> answers = new ArrayList<>();
        for (int i = 0; i < TIMED_CALLS; i++) {
            answers.add(authorizing.ask(subject));
        }
        answers.sort(java.util.Comparator.comparing(WireExchange::took));
        Duration median = answers.get(TIMED_CALLS / 2).took();
        WireExchange slow = answers.get(TIMED_CALLS * 95 / 100 - 1);
        probe.claim("TOK-013")
                .notes("median " + median.toMillis() + " ms, 95 % within "
                        + slow.took().toMillis() + " ms");
        probe.claim("TOK-013")
                .on(slow)
                .holds(slow.took().compareTo(QUICK) <= 0, "95 % of the answers within 2 s", slow.took());
    }

    @Proves(value = "TOK-014", sut = SutRole.EMSP)
    void an_unpublished_location_is_no_reason_to_refuse(Probe probe) {
        Authorizing authorizing = new Authorizing(probe);
        authorizing.requireImplemented();
        WireExchange answer = authorizing.ask(authorizing.valid(), Authorizing.references(authorizing.nowhere()));
        probe.claim("TOK-014")
                .on(answer)
                .at("/data/allowed")
                .holds(
                        answer.accepted()
                                && answer.data().path("allowed").asText().equals("ALLOWED"),
                        "allowed ALLOWED at a Location that was never published",
                        answer.outcome() + " " + answer.data().path("allowed"));
    }

    @Proves(
            value = {"TOK-048", "TOK-050", "TOK-052", "TOK-055"},
            sut = SutRole.EMSP)
    void a_request_without_body_is_answered(Probe probe) {
        Authorizing authorizing = new Authorizing(probe);
        authorizing.requireImplemented();
        Subject subject = authorizing.valid();
        WireExchange bare = authorizing.ask(subject);
        WireExchange placed = authorizing.ask(subject, Authorizing.references(authorizing.nowhere()));
        for (WireExchange answer : List.of(bare, placed)) {
            probe.claim("TOK-048")
                    .on(answer)
                    .holds(
                            answer.status() == 200 && answer.ocpiStatus().isPresent(),
                            "HTTP 200 and an OCPI envelope",
                            answer.outcome());
        }
        missingPlace(probe, bare);
        boolean refusedBody =
                List.of(400, 411, 415).contains(bare.status()) || bare.status() / 100 == 5 || Answers.isOk(bare, 2001);
        probe.claim("TOK-052").on(bare).holds(!refusedBody, "a decision without LocationReferences", bare.outcome());
        known(probe, bare);
        probe.sut()
                .known()
                .blockedToken()
                .map(uid -> new Subject(uid, HeldToken.RFID))
                .or(() ->
                        authorizing
                                .listed(token -> token.path("valid").isBoolean()
                                        && !token.path("valid").asBoolean())
                                .stream()
                                .findFirst()
                                .map(Subject::of))
                .ifPresent(blocked -> known(probe, authorizing.ask(blocked)));
    }

    private static void missingPlace(Probe probe, WireExchange bare) {
        boolean decided = isDecided(bare) || Answers.isOk(bare, 2002);
        boolean broken = bare.ocpiStatus().filter(code -> code / 1000 == 3).isPresent();
        if (broken && bare.status() / 100 == 2) {
            probe.claim("TOK-050").on(bare).warns("AuthorizationInfo or status_code 2002", bare.outcome());
        } else {
            probe.claim("TOK-050")
                    .on(bare)
                    .holds(decided, "AuthorizationInfo or status_code 2002 under HTTP 2xx", bare.outcome());
        }
    }

    private static void known(Probe probe, WireExchange answer) {
        probe.claim("TOK-055")
                .on(answer)
                .holds(
                        isDecided(answer) || Answers.isOk(answer, 2002),
                        "AuthorizationInfo (or status_code 2002) for a known Token",
                        answer.outcome() + " " + answer.data());
    }

    @Proves(value = "TOK-048", sut = SutRole.EMSP)
    void a_post_without_authorize_is_none(Probe probe) {
        Authorizing authorizing = new Authorizing(probe);
        Subject subject = authorizing.valid();
        WireExchange answer = probe.call(
                        "POST", probe.endpoint("tokens", dev.roamlab.conformance.wire.Target.Side.SENDER))
                .path(subject.uid())
                .once()
                .send();
        probe.claim("TOK-048")
                .on(answer)
                .holdsOrWarns(!answer.accepted(), "a refusal of POST {url}/{uid}", answer.outcome());
    }

    @Proves(
            value = {"TOK-049", "TOK-054"},
            sut = SutRole.EMSP)
    void an_unknown_token_is_reported(Probe probe) {
        Authorizing authorizing = new Authorizing(probe);
        authorizing.requireImplemented();
        String uid = probe.sut()
                .known()
                .unknownToken()
                .orElse(probe.platform().samples().shortId());
        WireExchange answer = authorizing.ask(new Subject(uid, HeldToken.RFID));
        probe.claim("TOK-049").on(answer).holds(answer.status() == 404, "HTTP 404", answer.outcome());
        JsonNode envelope = answer.responseBody().json();
        boolean right = answer.ocpiStatus().filter(code -> code == 2004).isPresent()
                && envelope.path("timestamp").isTextual()
                && Alike.nothing(answer.data());
        probe.claim("TOK-054")
                .on(answer)
                .holds(right, "status_code 2004 with a timestamp and without data", answer.outcome() + " " + envelope);
        probe.claim("TOK-054").on(answer).holdsOrWarns(!envelope.has("data"), "no data, not even null", envelope);
    }

    @Proves(value = "TOK-051", sut = SutRole.EMSP)
    void type_selects_the_token(Probe probe) {
        Authorizing authorizing = new Authorizing(probe);
        authorizing.requireImplemented();
        authorizing.listed(token -> token.path("type").asText().equals("APP_USER")).stream()
                .findFirst()
                .map(Subject::of)
                .ifPresent(app -> selected(probe, authorizing, app));
        authorizing.listed(token -> token.path("type").asText().equals(HeldToken.RFID)).stream()
                .findFirst()
                .map(Subject::of)
                .ifPresent(card -> defaulted(probe, authorizing, card));
    }

    private static void selected(Probe probe, Authorizing authorizing, Subject app) {
        WireExchange typed = authorizing.ask(app);
        if (!Answers.isOk(typed, 2002)) {
            String type = typed.data().at("/token/type").asText();
            probe.claim("TOK-051")
                    .on(typed)
                    .at("/data/token/type")
                    .holds(type.equals(app.type()), "token.type APP_USER", typed.outcome() + " " + type);
        }
        boolean twin = !authorizing
                .listed(token -> token.path("uid").asText().equalsIgnoreCase(app.uid())
                        && token.path("type").asText().equals(HeldToken.RFID))
                .isEmpty();
        if (!twin) {
            WireExchange untyped = authorizing.untyped(app).send();
            boolean unknown = untyped.status() == 404
                    || untyped.ocpiStatus().filter(code -> code == 2004).isPresent();
            probe.claim("TOK-051")
                    .on(untyped)
                    .holds(
                            unknown,
                            "HTTP 404 or status_code 2004: there is no RFID Token " + app.uid(),
                            untyped.outcome());
        }
    }

    private static void defaulted(Probe probe, Authorizing authorizing, Subject card) {
        String untyped = allowed(authorizing.untyped(card).send());
        WireExchange typed =
                authorizing.untyped(card).query("type", HeldToken.RFID).send();
        boolean same = allowed(typed).equals(untyped);
        if (!same) { // what changed meanwhile is no finding
            same = allowed(authorizing.untyped(card).send()).equals(allowed(typed));
        }
        probe.claim("TOK-051")
                .on(typed)
                .at("/data/allowed")
                .holds(same, "with type=RFID what there is without type: " + untyped, allowed(typed));
    }

    private static String allowed(WireExchange answer) {
        return answer.accepted() ? answer.data().path("allowed").asText() : answer.outcome();
    }

    @Proves(
            value = {"TOK-056", "TOK-075"},
            sut = SutRole.EMSP)
    void location_is_part_of_the_request(Probe probe) {
        Authorizing authorizing = new Authorizing(probe);
        authorizing.requireImplemented();
        Subject subject = authorizing.valid();
        WireExchange bare = authorizing.ask(subject);
        if (isDecided(bare)) {
            probe.claim("TOK-056")
                    .on(bare)
                    .at("/data/location")
                    .holds(
                            Alike.nothing(bare.data().path("location")),
                            "no location",
                            bare.data().path("location"));
        }
        String id = authorizing.nowhere();
        for (JsonNode asked : List.of(
                Authorizing.references(id),
                Authorizing.references(id).set("evse_uids", JsonNodeFactory.instance.arrayNode()),
                Authorizing.references(id, id + "-1", id + "-2"))) {
            WireExchange answer = authorizing.ask(subject, asked);
            probe.claim("TOK-075")
                    .on(answer)
                    .holds(!isInvalid(answer), "valid LocationReferences accepted", answer.outcome());
            if (isDecided(answer)) {
                PlaceInAnswer.judge(probe, "TOK-056", answer, asked);
            }
        }
        var noLocation = JsonNodeFactory.instance.objectNode();
        noLocation.putArray("evse_uids").add("E1");
        WireExchange refused = authorizing.ask(subject, noLocation);
        probe.claim("TOK-075")
                .on(refused)
                .holdsOrWarns(!refused.accepted(), "status_code 2001 or 2002 without location_id", refused.outcome());
    }

    private static boolean isInvalid(WireExchange answer) {
        return answer.ocpiStatus().filter(code -> code == 2001).isPresent();
    }

    @Proves(value = "TOK-073", sut = SutRole.EMSP)
    void an_invalid_token_is_not_allowed(Probe probe) {
        Authorizing authorizing = new Authorizing(probe);
        authorizing.requireImplemented();
        Subject subject =
                authorizing
                        .listed(token -> token.path("valid").isBoolean()
                                && !token.path("valid").asBoolean())
                        .stream()
                        .findFirst()
                        .map(Subject::of)
                        .orElseThrow(() -> probe.inconclusive("no listed Token has valid false"));
        WireExchange answer = authorizing.ask(subject, Authorizing.references(authorizing.nowhere()));
        if (isDecided(answer)) {
            boolean allowed = answer.data().path("allowed").asText().equals("ALLOWED");
            boolean nowValid = answer.data().at("/token/valid").asBoolean(false);
            probe.claim("TOK-073")
                    .on(answer)
                    .at("/data/allowed", "/data/token/valid")
                    .holds(!allowed || nowValid, "another value than ALLOWED for a Token with valid false", "ALLOWED");
        }
    }
}
