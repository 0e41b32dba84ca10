package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.wire.Target.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the CPO's Locations say of the connectors at which a charge can start. */
final class Capable {
    private final Probe probe;
    private final List<JsonNode> locations;

    private Capable(Probe probe, List<JsonNode> locations) {
        this.probe = probe;
        this.locations = locations;
    }

    static Capable of(Probe probe) {
        return new Capable(
                probe,
                probe.offers("locations", Side.SENDER)
                        ? probe.crawl("locations").objects()
                        : List.of());
    }

    /** Whether its EVSE takes charging preferences; empty when the EVSE is not in the list. */
    Optional<Boolean> takesPreferences(Startable place) {
        return evse(place).map(evse -> evse.path("capabilities").toString().contains("CHARGING_PREFERENCES_CAPABLE"));
    }

    Optional<JsonNode> evse(Startable place) {
        return named(locations, "id", place.locationId())
                .flatMap(location -> named(location.path("evses"), "uid", place.evseUid()));
    }

    /** The types of the tariffs of a connector, empty text for one without; empty when not all of them are listed. */
    Optional<List<String>> tariffTypes(Startable place) {
        Optional<JsonNode> connector =
                evse(place).flatMap(evse -> named(evse.path("connectors"), "id", place.connectorId()));
        if (connector.isEmpty() || !probe.offers("tariffs", Side.SENDER)) {
            return Optional.empty();
        }
        List<JsonNode> tariffs = probe.crawl("tariffs").objects();
        List<String> types = new ArrayList<>();
        for (JsonNode id : connector.get().path("tariff_ids")) {
            Optional<JsonNode> tariff = named(tariffs, "id", id.asText());
            if (tariff.isEmpty()) {
                return Optional.empty();
            }
            types.add(tariff.get().path("type").asText(""));
        }
        return Optional.of(types);
    }

    private static Optional<JsonNode> named(Iterable<JsonNode> objects, String field, String id) {
        for (JsonNode object : objects) {
            if (object.path(field).asText().equalsIgnoreCase(id)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }
}
