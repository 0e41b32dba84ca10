package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.tester.LocationSamples;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A CPO that pushes Locations of its own to the system under test. Locations are never published to drivers; when it is closed
 * the EVSEs of all that were accepted are REMOVED.
 */
final class Pusher implements AutoCloseable {
    /** EVSE uids are unique per platform, so each Location has its own pair. */
    static final String A = "A";

    static final String B = "B";

    private final Probe probe;
    private final URI url;
    private final Party us;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(10, ChronoUnit.MINUTES);
    private final Map<String, ObjectNode> created = new LinkedHashMap<>();

    Pusher(Probe probe) {
        this.probe = probe;
        this.url = probe.endpoint("locations", Side.RECEIVER);
        this.us = probe.us();
    }

    /** The n-th of a row of moments a minute apart, all of them past. */
    String moment(int n) {
        return Moments.text(instant(n));
    }

    Instant instant(int n) {
        return start.plus(n, ChronoUnit.MINUTES);
    }

    LocationSamples samples() {
        return probe.platform().samples().locations();
    }

    /** A fresh Location with a name, without EVSEs, all of it from moment 1. */
    ObjectNode bare() {
        ObjectNode location = samples().minimal(probe.version());
        location.remove("evses");
        return location.put("name", "Tester Plaza").put("last_updated", moment(1));
    }

    /** A fresh Location with the EVSEs {@link #uid} A and B, two connectors each, all of it from moment 1. */
    ObjectNode location() {
        ObjectNode location = bare();
        ArrayNode evses = location.putArray("evses");
        evses.add(evse(uid(location, A)));
        evses.add(evse(uid(location, B)));
        return location;
    }

    /** An EVSE with connectors 1 and 2 from moment 1. */
    ObjectNode evse(String uid) {
        ObjectNode evse = samples().evse(java.util.List.of());
        evse.put("uid", uid).put("last_updated", moment(1));
        evse.putArray("connectors").add(connector("1")).add(connector("2"));
        return evse;
    }

    ObjectNode connector(String id) {
        return samples().connector(id).put("last_updated", moment(1));
    }

    static String uid(JsonNode location, String letter) {
        return Parts.text(location, "id") + "-" + letter;
    }

    WireExchange put(JsonNode object, String... ids) {
        return put(object, us.countryCode(), us.partyId(), ids);
    }

    /** Pushes a whole Location under its own id. */
    WireExchange put(ObjectNode location) {
        return put(location, Parts.text(location, "id"));
    }

    private WireExchange put(JsonNode object, String country, String party, String[] ids) {
        WireExchange answer =
                probe.put(url, object).path(country, party).path(ids).send();
        if (answer.accepted() && object instanceof ObjectNode fields) {
            remember(fields.deepCopy(), ids);
        }
        return answer;
    }

    private void remember(ObjectNode object, String[] ids) {
        if (ids.length == 1) {
            created.put(ids[0], object);
        } else if (ids.length == 2 && created.containsKey(ids[0])) {
            created.get(ids[0]).withArray("evses").add(object);
        }
    }

    WireExchange patch(JsonNode fields, String... ids) {
        return probe.patch(url, fields)
                .path(us.countryCode(), us.partyId())
                .path(ids)
                .send();
    }

    WireExchange get(String... ids) {
        return getting(ids).send();
    }

    /** A GET that is repeated until the object is as expected, or the time for that is over. */
    WireExchange get(Predicate<JsonNode> expected, String... ids) {
        return probe.readBack(() -> getting(ids), answer -> answer.accepted() && expected.test(answer.data()));
    }

    private Call getting(String... ids) {
        return probe.get(url).path(us.countryCode(), us.partyId()).path(ids);
    }

    Call call(String method, String... path) {
        return probe.call(method, url).path(path);
    }

    Party us() {
        return us;
    }

    /**
     * Pushes a Location that is needed to go on.
     *
     * @throws dev.roamlab.conformance.check.Stop when it is refused: that is another requirement's verdict
     */
    WireExchange require(ObjectNode location) {
        WireExchange answer = put(location);
        if (!answer.accepted()) {
            throw probe.skip("the Receiver did not take a valid Location (LOC-047): " + answer.outcome());
        }
        return answer;
    }

    /** The Location as the Receiver has it once it is there. */
    WireExchange stored(ObjectNode location) {
        WireExchange answer = get(JsonNode::isObject, Parts.text(location, "id"));
        if (!answer.accepted() || !answer.data().isObject()) {
            throw probe.skip("the Receiver does not return a Location that it took (LOC-045): " + answer.outcome());
        }
        return answer;
    }

    @Override
    public void close() {
        created.forEach((id, location) -> {
            boolean any = false;
            for (JsonNode evse : Parts.evses(location)) {
                any = true;
                ((ObjectNode) evse).put("status", "REMOVED").put("last_updated", Moments.now());
            }
            if (any) {
                location.put("last_updated", Moments.now());
                probe.put(url, location)
                        .path(us.countryCode(), us.partyId(), id)
                        .once()
                        .attempt();
            }
        });
    }
}
