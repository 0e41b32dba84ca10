package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.ObjectsCheck;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every Token and AuthorizationInfo that was seen, and every push of a Token. Spec: mod_tokens_token_object. */
@Checks(module = CatalogueModule.TOKENS)
final class TokenTrafficCheck {
    private static final Set<String> OF_APPS = Set.of("APP_USER", "AD_HOC_USER");
    private static final Set<String> CLOSED_TYPES = Set.of("AD_HOC_USER", "APP_USER", "OTHER", "RFID");

    @Proves(
            value = {
                "TOK-056", "TOK-057", "TOK-058", "TOK-061", "TOK-062", "TOK-063", "TOK-066", "TOK-067", "TOK-069",
                "TOK-071", "TOK-074", "TOK-075", "TOK-076", "TOK-077", "TOK-082"
            },
            stage = Stage.FINAL)
    void objects_have_their_fields(Probe probe) {
        ObjectsCheck.judge(probe);
    }

    @Proves(value = "TOK-001", stage = Stage.FINAL)
    void module_is_listed_with_the_role_that_fits(Probe probe) {
        boolean emsp = probe.role() == SutRole.EMSP;
        Side side = emsp ? Side.SENDER : Side.RECEIVER;
        if (probe.offers("tokens", Side.SENDER) || probe.offers("tokens", Side.RECEIVER)) {
            probe.claim("TOK-001")
                    .holds(probe.offers("tokens", side), "tokens with role " + side, "the other role only");
        }
        if (emsp) {
            probe
                    .evidence()
                    .answers(answer -> answer.method().equals("GET") && isOn(probe, answer, Side.SENDER))
                    .stream()
                    .filter(answer -> answer.target().orElseThrow().rest().isEmpty())
                    // Other checks call with wrong tokens on purpose; that the right one opens the door shows once.
                    .filter(answer -> answer.status() != 401)
                    .forEach(answer -> isNoPage(probe, answer));
        }
    }

    private static void isNoPage(Probe probe, WireExchange answer) {
        String type = answer.responseHeaders().first("Content-Type").orElse("");
        probe.claim("TOK-001")
                .on(answer)
                .holds(!type.startsWith("text/html"), "no HTML page", answer.outcome() + " " + type);
    }

    @Proves(value = "TOK-002", stage = Stage.FINAL, sut = SutRole.EMSP)
    void tokens_are_of_the_emsps_own_party(Probe probe) {
        JsonNode roles = probe.credentials().path("roles");
        boolean hub = false;
        for (JsonNode role : roles) {
            hub |= role.path("role").asText().equals("HUB");
        }
        if (hub || roles.isEmpty()) {
            throw probe.skip("a hub passes on the Tokens of others");
        }
        for (SeenObject token : own(probe)) {
            if (token.json().has("country_code") && token.json().has("party_id")) {
                owned(probe.claim("TOK-002").on(token), roles, token);
            }
        }
    }

    private static void owned(Claim claim, JsonNode roles, SeenObject token) {
        boolean known = false;
        boolean emsp = false;
        for (JsonNode role : roles) {
            boolean same = role.path("country_code").asText().equalsIgnoreCase(token.text("country_code"))
                    && role.path("party_id").asText().equalsIgnoreCase(token.text("party_id"));
            known |= same;
            emsp |= same && role.path("role").asText().equals("EMSP");
        }
        String party = token.text("country_code") + "/" + token.text("party_id");
        if (token.exchange().fromSut()) {
            claim.holds(known, "a party of the credentials", party);
        }
        claim.holdsOrWarns(emsp, "a party with role EMSP of the credentials", party);
    }

    private static List<SeenObject> own(Probe probe) {
        return probe.seen().all("Token").stream().filter(SeenObject::isOwn).toList();
    }

    private static boolean isOn(Probe probe, WireExchange exchange, Side side) {
        return exchange.target()
                .filter(target -> target.is("tokens", side)
                        && target.version().filter(at -> at != probe.version()).isEmpty())
                .isPresent();
    }

    private static List<WireExchange> pushes(Probe probe, String method) {
        return probe.evidence()
                .received(call -> call.method().equals(method)
                        && isOn(probe, call, Side.RECEIVER)
                        && call.target().map(Target::rest).orElse(List.of()).size() == 3
                        && call.requestBody().json().isObject());
    }

    @Proves(
            value = {"TOK-031", "TOK-032", "TOK-033"},
            stage = Stage.FINAL,
            sut = SutRole.EMSP)
    void the_url_of_a_put_names_its_token(Probe probe) {
        for (WireExchange put : pushes(probe, "PUT")) {
            List<String> at = put.target().orElseThrow().rest();
            JsonNode token = put.requestBody().json();
            same(probe.claim("TOK-031").on(put).at("/country_code"), at.get(0), token.path("country_code"));
            same(probe.claim("TOK-032").on(put).at("/party_id"), at.get(1), token.path("party_id"));
            same(probe.claim("TOK-033").on(put).at("/uid"), at.get(2), token.path("uid"));
            String type = query(put, "type").orElse(HeldToken.RFID);
            probe.claim("TOK-033")
                    .on(put)
                    .at("/type")
                    .holds(
                            type.equals(token.path("type").asText()),
                            "type " + type + ", as the URL says (RFID when it says nothing)",
                            token.path("type"));
        }
    }

    private static void same(Claim claim, String inUrl, JsonNode inBody) {
        claim.holds(inUrl.equalsIgnoreCase(inBody.asText()), inUrl + ", as the URL says", inBody);
    }

    private static Optional<String> query(WireExchange call, String name) {
        return Optional.ofNullable(call.uri().getQuery()).stream()
                .flatMap(query -> java.util.Arrays.stream(query.split("&")))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    @Proves(value = "TOK-036", stage = Stage.FINAL, sut = SutRole.EMSP)
    void every_patch_has_last_updated(Probe probe) {
        Map<List<String>, Instant> stored = new HashMap<>();
        for (WireExchange push : probe.evidence().received(call -> isOn(probe, call, Side.RECEIVER))) {
            JsonNode body = push.requestBody().json();
            Optional<Instant> at = Moment.of(body.path("last_updated"));
            List<String> place = push.target().orElseThrow().rest();
            if (push.method().equals("PATCH")) {
                Claim claim = probe.claim("TOK-036").on(push).at("/last_updated");
                claim.holds(at.isPresent(), "last_updated, a DateTime", body);
                Instant before = stored.getOrDefault(place, Instant.MIN);
                claim.holdsOrWarns(at.filter(now -> now.isBefore(before)).isEmpty(), "not before " + before, body);
            }
            at.ifPresent(now -> stored.put(place, now));
        }
    }

    @Proves(value = "TOK-057", stage = Stage.FINAL, sut = SutRole.EMSP)
    void an_authorization_is_about_the_token_asked_for(Probe probe) {
        for (SeenObject info : probe.seen().all("AuthorizationInfo")) {
            List<String> asked = info.exchange().target().orElseThrow().rest();
            if (info.exchange().fromSut() || asked.size() != 2) {
                continue;
            }
            JsonNode token = info.json().path("token");
            Claim claim = probe.claim("TOK-057").on(info);
            claim.at("/data/token/uid")
                    .holds(
                            token.path("uid").asText().equalsIgnoreCase(asked.get(0)),
                            "the Token asked for: " + asked.get(0),
                            token);
            String type = query(info.exchange(), "type").orElse(HeldToken.RFID);
            claim.at("/data/token/type")
                    .holds(token.path("type").asText().equals(type), "the type asked for: " + type, token.path("type"));
        }
    }

    @Proves(value = "TOK-076", stage = Stage.FINAL)
    void types_in_queries_are_those_of_the_version(Probe probe) {
        if (!probe.is(SpecVersion.V2_2_1)) {
            return;
        }
        for (WireExchange call :
                probe.evidence().received(call -> isOn(probe, call, Side.RECEIVER) || isOn(probe, call, Side.SENDER))) {
            query(call, "type")
                    .ifPresent(type -> probe.claim("TOK-076")
                            .on(call)
                            .holds(CLOSED_TYPES.contains(type), "one of " + CLOSED_TYPES, type));
        }
    }

    @Proves(
            value = {"TOK-065", "TOK-078", "TOK-080"},
            stage = Stage.FINAL,
            sut = SutRole.EMSP)
    void types_are_used_as_advised(Probe probe) {
        for (SeenObject token : own(probe)) {
            String type = token.text("type");
            if (OF_APPS.contains(type)) {
                probe.claim("TOK-078")
                        .on(token)
                        .at(token.pointer() + "/whitelist")
                        .holds(token.text("whitelist").equals("NEVER"), "whitelist NEVER", token.text("whitelist"));
                boolean telling = token.text("uid").matches("\\+\\d{8,15}|00\\d{9,15}|.+@.+\\..+");
                probe.claim("TOK-065")
                        .on(token)
                        .at(token.pointer() + "/uid")
                        .holds(!telling, "a generated uid, no phone number or mail address", token.text("uid"));
            }
            if (probe.is(SpecVersion.V2_3_0) && !type.isEmpty()) {
                notPushed(probe, token, type);
            }
        }
    }

    private static void notPushed(Probe probe, SeenObject token, String type) {
        Claim claim = probe.claim("TOK-080").on(token).at(token.pointer() + "/type");
        if (token.exchange().fromSut()) {
            claim.holds(!type.equals("EMAID"), "no Token of type EMAID pushed", type);
        } else if (type.equals("EMAID")) {
            claim.notes("a Token of type EMAID is listed");
        }
    }
}
