package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.credentials.Credentials;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.List;

/**
 * OCPI 2.3.0 is the model's own form, but for the model's memory of older versions: the role HUB, which 2.3.0 took away, is
 * neither read nor written.
 */
final class DialectV230 extends Dialect {
    private static final String ROLES = "roles";
    private static final String ROLE = "role";
    private static final String HUB = "HUB";

    DialectV230() {
        super(OcpiVersion.V2_3_0);
        reshape(Credentials.class, Reshape.onWrite(DialectV230::writeCredentials));
        reshape(Cdr.class, new Reshape(DialectV230::readCdr, nothing -> {}, nothing -> {}));
    }

    @Override
    void forbidden(Class<?> type, JsonNode wire, List<Problem> objections) {
        if (type == Credentials.class) {
            int index = 0;
            for (JsonNode role : wire.path(ROLES)) {
                if (HUB.equals(role.path(ROLE).textValue())) {
                    objections.add(new Problem(
                            "/roles/" + index + "/role",
                            "no role of 2.3.0; a hub names itself in hub_party_id",
                            "\"HUB\""));
                }
                index++;
            }
        }
    }

    /** The hub itself has no entry in 2.3.0. When it is all there is, OTHER keeps the list from being empty. */
    private static void writeCredentials(ObjectNode credentials) {
        if (!(credentials.path(ROLES) instanceof ArrayNode roles)) {
            return;
        }
        for (int i = roles.size() - 1; i >= 0; i--) {
            if (HUB.equals(roles.get(i).path(ROLE).textValue())) {
                if (roles.size() > 1) {
                    roles.remove(i);
                } else {
                    ((ObjectNode) roles.get(i)).put(ROLE, "OTHER");
                }
            }
        }
    }

    /** CDRs are met whose copies of tariffs lack tax_included; a bill is not refused for a tariff that it only quotes. */
    private static void readCdr(ObjectNode cdr) {
        for (JsonNode tariff : cdr.path("tariffs")) {
            if (tariff instanceof ObjectNode object && !object.hasNonNull("tax_included")) {
                object.put("tax_included", "NO");
            }
        }
    }
}
