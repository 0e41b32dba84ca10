package dev.roamlab.conformance.checks.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An object of ours that a RECEIVER endpoint of the system under test takes: a Token of no use to anybody, else a Location that
 * is not published. When it is closed, Tokens are no longer valid and EVSEs REMOVED.
 */
final class Sample implements AutoCloseable {
    private final Probe probe;
    private final boolean token;
    private final URI url;
    private final List<ObjectNode> taken = new ArrayList<>();

    private Sample(Probe probe, boolean token) {
        this.probe = probe;
        this.token = token;
        this.url = probe.endpoint(token ? "tokens" : "locations", Side.RECEIVER);
    }

    /**
     * The kind of object that the system takes.
     *
     * @throws dev.roamlab.conformance.check.Stop when it takes neither
     */
    static Sample of(Probe probe) {
        boolean token = probe.offers("tokens", Side.RECEIVER);
        if (!token && !probe.offers("locations", Side.RECEIVER)) {
            throw probe.inconclusive("the version details list neither tokens nor locations with role RECEIVER");
        }
        return new Sample(probe, token);
    }

    boolean isToken() {
        return token;
    }

    /** A fresh one with all that is required. */
    ObjectNode fresh() {
        if (token) {
            return probe.platform().samples().tokens().minimal(probe.version());
        }
        ObjectNode location = probe.platform().samples().locations().minimal(probe.version());
        location.remove("evses");
        return location.put("name", "Tester Plaza");
    }

    /** One with a Connector, or a Token as ever: it has a closed enum with a value that can be spelled differently. */
    ObjectNode withEnum(String spelled) {
        if (token) {
            return fresh().put("whitelist", spelled);
        }
        ObjectNode location = probe.platform().samples().locations().minimal(probe.version());
        ((ObjectNode) location.path("evses").path(0).path("connectors").path(0)).put("format", spelled);
        return location;
    }

    /** A required or common field of type string. */
    String textField() {
        return token ? "issuer" : "name";
    }

    /** Its field of type string that is required. */
    String requiredText() {
        return token ? "issuer" : "city";
    }

    String idField() {
        return token ? "uid" : "id";
    }

    /** Fields and their maximum lengths. */
    Map<String, Integer> lengths() {
        return token
                ? Map.of("contract_id", 36, "visual_number", 64, "issuer", 64)
                : Map.of("id", 36, "name", 255, "city", 45, "postal_code", 10);
    }

    /** Optional fields. */
    List<String> optional() {
        return token ? List.of("group_id", "language") : List.of("name");
    }

    WireExchange put(ObjectNode object) {
        Party us = probe.us();
        return put(object, us.countryCode(), us.partyId());
    }

    WireExchange put(ObjectNode object, String country, String party) {
        WireExchange answer =
                probe.put(url, object).path(country, party, id(object)).send();
        if (answer.accepted()) {
            taken.add(object);
        }
        return answer;
    }

    /**
     * Pushes one that is needed to go on.
     *
     * @throws dev.roamlab.conformance.check.Stop when it is refused
     */
    void require(ObjectNode object) {
        WireExchange answer = put(object);
        if (!answer.accepted()) {
            throw probe.skip(
                    "the system did not take a valid " + (token ? "Token" : "Location") + ": " + answer.outcome());
        }
    }

    /** The object as the system gives it back, repeated until it is as expected or the time for that is over. */
    WireExchange get(ObjectNode object, Predicate<JsonNode> expected) {
        Party us = probe.us();
        return get(us.countryCode(), us.partyId(), id(object), expected);
    }

    WireExchange get(String country, String party, String id, Predicate<JsonNode> expected) {
        return probe.readBack(
                () -> probe.get(url).path(country, party, id),
                answer -> answer.accepted() && expected.test(answer.data()));
    }

    private String id(ObjectNode object) {
        return object.path(idField()).asText();
    }

    static String text(JsonNode object, String field) {
        return object.path(field).isTextual() ? object.path(field).textValue() : "";
    }

    static Optional<Instant> updated(JsonNode object) {
        return Moments.read(text(object, "last_updated"));
    }

    static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty();
    }

    @Override
    public void close() {
        for (ObjectNode object : taken) {
            ObjectNode last = object.deepCopy();
            if (token) {
                last.put("valid", false);
            } else {
                last.path("evses").forEach(evse -> ((ObjectNode) evse).put("status", "REMOVED"));
            }
            if (token || last.has("evses")) {
                last.put("last_updated", Moments.now());
                probe.put(url, last)
                        .path(text(last, "country_code"), text(last, "party_id"), id(last))
                        .once()
                        .attempt();
            }
        }
    }
}
