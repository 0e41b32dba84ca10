package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A hub's credentials between the versions: one role HUB in 2.2.1, {@code hub_party_id} in 2.3.0. */
final class HubCredentials {
    private static final String HUB_PARTY_ID = "hub_party_id";
    private static final String ROLES = "roles";
    private static final int COUNTRY_CODE = 2;
    private static final int HUB_ID = 5;

    private HubCredentials() {}

    /** From 2.2.1: the role HUB stays, and the hub gets its name. */
    static void name(ObjectNode credentials) {
        hub(credentials).ifPresent(hub -> {
            String id = hub.path("country_code").asText() + hub.path("party_id").asText();
            if (!credentials.hasNonNull(HUB_PARTY_ID) && id.length() == HUB_ID) {
                credentials.put(HUB_PARTY_ID, id);
            }
        });
    }

    /** To 2.2.1: a hub has the role HUB and no other; those behind it are told by HubClientInfo. */
    static void asRole(ObjectNode credentials) {
        JsonNode id = credentials.remove(HUB_PARTY_ID);
        if (id == null
                || id.asText().length() != HUB_ID
                || !credentials.path(ROLES).isArray()) {
            return;
        }
        JsonNode role = hub(credentials).orElseGet(() -> role(credentials, id.asText()));
        ArrayNode only = Json.array().add(role);
        credentials.set(ROLES, only);
    }

    private static Optional<JsonNode> hub(ObjectNode credentials) {
        for (JsonNode role : credentials.path(ROLES)) {
            if ("HUB".equals(role.path("role").textValue())) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static JsonNode role(ObjectNode credentials, String id) {
        ObjectNode role = Json.object().put("role", "HUB");
        role.set("business_details", details(credentials, id));
        return role.put("party_id", id.substring(COUNTRY_CODE)).put("country_code", id.substring(0, COUNTRY_CODE));
    }

    /** Those of a role of the same party; a hub that has none is called by its id. */
    private static JsonNode details(ObjectNode credentials, String id) {
        for (JsonNode role : credentials.path(ROLES)) {
            String party =
                    role.path("country_code").asText() + role.path("party_id").asText();
            if (party.equalsIgnoreCase(id)) {
                return role.path("business_details").deepCopy();
            }
        }
        return Json.object().put("name", id);
    }
}
