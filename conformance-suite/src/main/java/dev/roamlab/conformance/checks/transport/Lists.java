package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.Target.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The paginated lists of the system. */
final class Lists {
    private static final List<String> PAGINATED = List.of("locations", "sessions", "cdrs", "tariffs", "tokens");

    private Lists() {}

    /** The modules whose list the system serves. */
    static List<String> modules(Probe probe) {
        return PAGINATED.stream()
                .filter(module -> probe.offers(module, Side.SENDER))
                .toList();
    }

    /** What an object is known by: its owner and id; a token's type belongs to it. */
    static String key(JsonNode object) {
        return String.join(
                        "/",
                        object.path("country_code").asText(),
                        object.path("party_id").asText(),
                        object.path("id").asText(object.path("uid").asText()),
                        object.has("uid") && !object.has("id")
                                ? object.path("type").asText()
                                : "")
                .toLowerCase(Locale.ROOT);
    }

    static List<String> keys(Iterable<JsonNode> objects) {
        List<String> keys = new ArrayList<>();
        objects.forEach(object -> keys.add(key(object)));
        return keys;
    }

    static Optional<Instant> updated(JsonNode object) {
        return Messages.moment(object.path("last_updated"));
    }
}
