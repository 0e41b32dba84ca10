package dev.roamlab.ocpi.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes inside a location: its EVSEs and their connectors, which OCPI addresses on their own. The enclosing objects'
 * {@code last_updated} follow. Spec: mod_locations_put_method, mod_locations_patch_method.
 *
 * <p>All methods leave their argument alone and keep fields that nobody here knows.
 */
public final class LocationEdits {
    private static final String EVSES = "evses";
    private static final String CONNECTORS = "connectors";
    private static final String LAST_UPDATED = "last_updated";

    private LocationEdits() {}

    /** One EVSE of a location, its uid compared without regard to case. */
    public static Optional<Document<Evse>> evse(Document<Location> location, String uid) {
        return find(location.json(), EVSES, "uid", uid).map(json -> stored(Evse.class, json));
    }

    /** One connector of an EVSE. */
    public static Optional<Document<Connector>> connector(Document<Location> location, String uid, String id) {
        return find(location.json(), EVSES, "uid", uid)
                .flatMap(evse -> find(evse, CONNECTORS, "id", id))
                .map(json -> stored(Connector.class, json));
    }

    /** The location with an EVSE added or replaced. */
    public static Document<Location> withEvse(Document<Location> location, Document<Evse> evse) throws InvalidObject {
        ObjectNode json = location.json().deepCopy();
        replace(json, EVSES, "uid", evse.value().uid().value(), evse.json());
        touch(json, evse.value().lastUpdated());
        return Document.read(Location.class, json);
    }

    /** The location with some fields of an EVSE changed; empty when it has no such EVSE. */
    public static Optional<Document<Location>> patchEvse(
            Document<Location> location, String uid, ObjectNode changes, Instant lastUpdated) throws InvalidObject {
        Optional<Document<Evse>> evse = evse(location, uid);
        return evse.isEmpty()
                ? Optional.empty()
                : Optional.of(touched(withEvse(location, evse.get().merge(changes)), lastUpdated));
    }

    /** The location with a connector added or replaced; empty when it has no such EVSE. */
    public static Optional<Document<Location>> withConnector(
            Document<Location> location, String uid, Document<Connector> connector) throws InvalidObject {
        ObjectNode json = location.json().deepCopy();
        Optional<ObjectNode> evse = find(json, EVSES, "uid", uid);
        if (evse.isEmpty()) {
            return Optional.empty();
        }
        replace(evse.get(), CONNECTORS, "id", connector.value().id().value(), connector.json());
        touch(evse.get(), connector.value().lastUpdated());
        touch(json, connector.value().lastUpdated());
        return Optional.of(Document.read(Location.class, json));
    }

    /** The location with some fields of a connector changed; empty when it has no such connector. */
    public static Optional<Document<Location>> patchConnector(
            Document<Location> location, String uid, String id, ObjectNode changes) throws InvalidObject {
        Optional<Document<Connector>> connector = connector(location, uid, id);
        return connector.isEmpty()
                ? Optional.empty()
                : withConnector(location, uid, connector.get().merge(changes));
    }

    private static Document<Location> touched(Document<Location> location, Instant moment) throws InvalidObject {
        ObjectNode json = location.json().deepCopy();
        touch(json, moment);
        return Document.read(Location.class, json);
    }

    /** A parent is never older than its parts, and a late message does not make it younger than it is. */
    private static void touch(ObjectNode parent, Instant moment) {
        Optional<Instant> present = DateTimes.parse(parent.path(LAST_UPDATED).asText());
        if (present.isEmpty() || present.get().isBefore(moment)) {
            parent.put(LAST_UPDATED, DateTimes.format(moment));
        }
    }

    private static Optional<ObjectNode> find(ObjectNode owner, String list, String key, String id) {
        for (JsonNode element : owner.path(list)) {
            if (element instanceof ObjectNode object
                    && element.path(key).asText().equalsIgnoreCase(id)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    private static void replace(ObjectNode owner, String list, String key, String id, ObjectNode replacement) {
        ArrayNode array = owner.path(list) instanceof ArrayNode present ? present : owner.putArray(list);
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).path(key).asText().equalsIgnoreCase(id)) {
                array.set(i, replacement);
                return;
            }
        }
        array.add(replacement);
    }

    private static <T extends Record> Document<T> stored(Class<T> type, ObjectNode json) {
        try {
            return Document.read(type, json);
        } catch (InvalidObject impossible) {
            throw new IllegalStateException("part of a valid location is invalid: " + impossible.getMessage());
        }
    }
}
