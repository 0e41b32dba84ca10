package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The CPO's Locations, in which its Sessions must be found. */
final class Places {
    private static final String NONE = "#NA";

    private final Probe probe;
    private final List<JsonNode> locations;

    Places(Probe probe, List<JsonNode> locations) {
        this.probe = probe;
        this.locations = locations;
    }

    void judge(JsonNode session, WireExchange exchange, String pointer) {
        Claim claim = probe.claim("SES-082").on(exchange);
        Optional<JsonNode> location = named(locations, "id", session.path("location_id"));
        claim.at(pointer + "/location_id")
                .holdsOrWarns(location.isPresent(), "a Location of the CPO's list", session.path("location_id"));
        JsonNode uid = session.path("evse_uid");
        if (location.isEmpty() || uid.asText().equals(NONE)) {
            return;
        }
        Optional<JsonNode> evse = named(location.get().path("evses"), "uid", uid);
        Claim there = claim.at(pointer + "/evse_uid");
        String expected = "an EVSE of Location " + session.path("location_id").asText();
        if (evse.isEmpty() && mayBeRemoved(session, location.get())) {
            there.warns(expected, uid);
        } else if (there.holds(evse.isPresent(), expected, uid)) {
            JsonNode id = session.path("connector_id");
            claim.at(pointer + "/connector_id")
                    .holds(
                            id.asText().equals(NONE)
                                    || named(evse.get().path("connectors"), "id", id)
                                            .isPresent(),
                            "a Connector of EVSE " + uid.asText(),
                            id);
        }
    }

    /** An EVSE may have gone after a session that is over, if the Location has changed since. */
    private static boolean mayBeRemoved(JsonNode session, JsonNode location) {
        Optional<Instant> over = SessionLists.updated(session);
        Optional<Instant> changed = Moment.of(location.path("last_updated"));
        return !session.path("status").asText().equals("ACTIVE")
                && over.isPresent()
                && changed.filter(at -> at.isAfter(over.get())).isPresent();
    }

    private static Optional<JsonNode> named(Iterable<JsonNode> objects, String field, JsonNode id) {
        for (JsonNode object : objects) {
            if (object.path(field).asText().equalsIgnoreCase(id.asText())) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }
}
