package dev.roamlab.conformance.checks.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Objects of ours at the system's receiver interface: Tokens of no use at a CPO, unpublished Locations at an eMSP. When it is
 * closed, what was pushed is no longer valid, or REMOVED.
 */
final class Pushed implements AutoCloseable {
    private final Probe probe;
    private final boolean tokens;
    private final URI url;
    private final Map<String, ObjectNode> taken = new LinkedHashMap<>();

    /** @throws dev.roamlab.conformance.check.Stop when the system has no such interface */
    Pushed(Probe probe) {
        this.probe = probe;
        this.tokens = probe.role() == SutRole.CPO;
        this.url = probe.endpoint(tokens ? "tokens" : "locations", Side.RECEIVER);
    }

    boolean isToken() {
        return tokens;
    }

    /** A fresh one with what is required; a Location has no EVSEs. */
    ObjectNode fresh() {
        if (tokens) {
            return probe.platform().samples().tokens().minimal(probe.version());
        }
        ObjectNode location = location();
        location.remove("evses");
        return location;
    }

    /** A fresh Location with one EVSE. */
    ObjectNode location() {
        return probe.platform().samples().locations().minimal(probe.version());
    }

    Call call(String method, ObjectNode object) {
        return probe.call(method, url).path(probe.us().countryCode(), probe.us().partyId(), id(object));
    }

    /** A PUT that is remembered for cleaning up, whatever comes of it. */
    Call put(ObjectNode object) {
        taken.put(id(object), object);
        return call("PUT", object).body(object);
    }

    /**
     * Pushes one that is needed to go on.
     *
     * @throws dev.roamlab.conformance.check.Stop when it is refused
     */
    void require(ObjectNode object) {
        WireExchange answer = put(object).send();
        if (!answer.accepted()) {
            throw probe.skip("the system did not take a valid object: " + answer.outcome());
        }
    }

    /** The URL of an object as text. */
    String address(ObjectNode object) {
        String base = url.toString();
        return base + (base.endsWith("/") ? "" : "/") + probe.us().countryCode() + "/"
                + probe.us().partyId() + "/" + id(object);
    }

    private String id(JsonNode object) {
        return object.path(tokens ? "uid" : "id").asText();
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public void close() {
        taken.values().forEach(object -> {
            ObjectNode last = object.deepCopy().put("last_updated", now());
            if (tokens) {
                last.put("valid", false).put("type", "RFID");
            } else {
                last.path("evses").forEach(evse -> ((ObjectNode) evse).put("status", "REMOVED"));
            }
            if (tokens || last.has("evses")) {
                call("PUT", object).body(last).once().attempt();
            }
        });
    }
}
