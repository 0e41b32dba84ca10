package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;

/** The status that a push gives an EVSE. */
final class PushedStatus {
    private PushedStatus() {}

    /** Empty when the push is about something else. */
    static String of(WireExchange push, String uid) {
        List<String> path = push.target().orElseThrow().rest();
        JsonNode body = push.requestBody().json();
        if (path.size() == 4 && path.get(3).equalsIgnoreCase(uid)) {
            return Parts.text(body, "status");
        }
        return path.size() == 3
                ? Parts.evse(body, uid).map(evse -> Parts.text(evse, "status")).orElse("")
                : "";
    }
}
