package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Real-time authorization at the eMSP under test. Spec: mod_tokens_post_method. */
final class Authorizing {
    private final Probe probe;

    Authorizing(Probe probe) {
        this.probe = probe;
    }

    /** Which token is asked about. */
    record Subject(String uid, String type) {
        static Subject of(JsonNode token) {
            return new Subject(token.path("uid").asText(), token.path("type").asText(HeldToken.RFID));
        }
    }

    /** Asks without a body. */
    WireExchange ask(Subject subject) {
        return call(subject).send();
    }

    /** Asks for a place. */
    WireExchange ask(Subject subject, JsonNode locationReferences) {
        return call(subject).body(locationReferences).send();
    }

    /** The call for a token, type given where it is not the default. */
    Call call(Subject subject) {
        Call call = untyped(subject);
        return subject.type().equals(HeldToken.RFID) ? call : call.query("type", subject.type());
    }

    /** The call for a token without type. */
    Call untyped(Subject subject) {
        return probe.call("POST", probe.endpoint("tokens", Side.SENDER)).path(subject.uid(), "authorize");
    }

    /** A Location's id with these EVSEs. */
    static ObjectNode references(String locationId, String... evseUids) {
        ObjectNode references = JsonNodeFactory.instance.objectNode().put("location_id", locationId);
        if (evseUids.length > 0) {
            var uids = references.putArray("evse_uids");
            List.of(evseUids).forEach(uids::add);
        }
        return references;
    }

    /** An id of a Location that we never told about. */
    String nowhere() {
        return probe.platform().samples().id("LOC");
    }

    /** Listed tokens for which this holds. */
    List<JsonNode> listed(Predicate<JsonNode> condition) {
        return probe.crawl("tokens").objects().stream()
                .filter(token -> !token.path("uid").asText().isEmpty())
                .filter(condition)
                .toList();
    }

    /** A token that may charge: the one that the operator named, else a listed one that is valid, an RFID one first. */
    Subject valid() {
        Optional<String> named = probe.sut().known().validToken();
        if (named.isPresent()) {
            return listed(token -> token.path("uid").asText().equalsIgnoreCase(named.get())).stream()
                    .findFirst()
                    .map(Subject::of)
                    .orElse(new Subject(named.get(), HeldToken.RFID));
        }
        List<JsonNode> valid = listed(token -> token.path("valid").asBoolean());
        return valid.stream()
                .filter(token -> token.path("type").asText().equals(HeldToken.RFID))
                .findFirst()
                .or(() -> valid.stream().findFirst())
                .map(Subject::of)
                .orElseThrow(() -> probe.inconclusive(
                        "the list has no Token with valid true, and the SUT file names none (known.tokens.valid)"));
    }

    /** Whether this eMSP has no real-time authorization: the answer for a token that it knows says so. */
    boolean isMissing() {
        return probe.once("tokens: authorize is missing", () -> Answers.missing(ask(valid())));
    }

    /**
     * Ends the check when there is no real-time authorization.
     *
     * @throws dev.roamlab.conformance.check.Stop what is undecided is not applicable as long as all tokens are ALWAYS
     */
    void requireImplemented() {
        if (isMissing()) {
            throw probe.skip("POST authorize is not implemented here (see TOK-010, TOK-011)");
        }
    }

    void matchesWithoutCase(String requirement) {
        requireImplemented();
        Subject subject =
                listed(token -> hasLetters(token.path("uid").asText())
                                && token.path("valid").asBoolean())
                        .stream()
                        .findFirst()
                        .map(Subject::of)
                        .orElseThrow(() -> probe.inconclusive("no listed Token has a uid with letters"));
        WireExchange answer = ask(new Subject(swapped(subject.uid()), subject.type()));
        boolean known = Answers.isOk(answer, 2002)
                || answer.accepted() && answer.data().path("allowed").isTextual();
        probe.claim(requirement)
                .on(answer)
                .holds(known, "AuthorizationInfo for " + subject.uid() + " in other case", answer.outcome());
    }

    private static boolean hasLetters(String uid) {
        return !swapped(uid).equals(uid);
    }

    /** The text with upper case for lower case and the other way round. */
    static String swapped(String text) {
        StringBuilder swapped = new StringBuilder();
        for (char one : text.toCharArray()) {
            swapped.append(Character.isUpperCase(one) ? Character.toLowerCase(one) : Character.toUpperCase(one));
        }
        return swapped.toString();
    }
}
