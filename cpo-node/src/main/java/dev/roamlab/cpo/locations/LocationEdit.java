package dev.roamlab.cpo.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.types.CiString;
import java.util.Optional;

/** Changes parts of a location in its JSON, so that fields which we do not know survive at every depth. */
final class LocationEdit {
    private final ObjectNode json;

    private LocationEdit(ObjectNode json) {
        this.json = json;
    }

    static LocationEdit of(Document<Location> location) {
        return new LocationEdit(location.json().deepCopy());
    }

    /** Changes fields of an EVSE or connector; what is around it takes over the {@code last_updated}. */
    Document<Location> change(CiString evseUid, Optional<CiString> connectorId, ObjectNode changes) {
        ObjectNode evse = element(json, "evses", "uid", evseUid);
        ObjectNode target =
                connectorId.map(id -> element(evse, "connectors", "id", id)).orElse(evse);
        target.setAll(changes);
        JsonNode lastUpdated = changes.path("last_updated");
        evse.set("last_updated", lastUpdated);
        json.set("last_updated", lastUpdated);
        try {
            return Document.read(Location.class, json);
        } catch (InvalidObject invalid) {
            throw new IllegalArgumentException(invalid.getMessage(), invalid);
        }
    }

    private static ObjectNode element(ObjectNode owner, String list, String idField, CiString id) {
        for (JsonNode element : owner.path(list)) {
            if (element.path(idField).asText().equalsIgnoreCase(id.value())) {
                return (ObjectNode) element;
            }
        }
        throw new IllegalArgumentException(list + ": none with " + idField + " " + id);
    }
}
