package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where a charge takes place: a Location of the tester, one of its EVSEs, one of that EVSE's connectors. */
public record Spot(ObjectNode location, ObjectNode evse, ObjectNode connector) {
    /** The Location's id. */
    public String locationId() {
        return location.path("id").asText();
    }

    /** The EVSE's uid. */
    public String evseUid() {
        return evse.path("uid").asText();
    }

    /** The connector's id. */
    public String connectorId() {
        return connector.path("id").asText();
    }

    /** The id of the connector's first tariff; empty when it has none. */
    public String tariffId() {
        return connector.path("tariff_ids").path(0).asText("");
    }

    /** What a CDR keeps of it. */
    ObjectNode cdrLocation() {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (String field : new String[] {"id", "name", "address", "city", "postal_code", "state", "country"}) {
            JsonNode value = location.path(field);
            if (!value.isMissingNode()) {
                copy.set(field, value);
            }
        }
        copy.set("coordinates", location.path("coordinates"));
        copy.put("evse_uid", evseUid());
        copy.set("evse_id", evse.path("evse_id"));
        copy.put("connector_id", connectorId());
        copy.set("connector_standard", connector.path("standard"));
        copy.set("connector_format", connector.path("format"));
        copy.set("connector_power_type", connector.path("power_type"));
        return copy;
    }
}
