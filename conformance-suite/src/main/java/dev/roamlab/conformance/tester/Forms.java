package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import java.math.BigDecimal;
import java.util.List;

/**
 * The form that an object has in a version. The tester's own objects are in the form of 2.3.0; for 2.2.1 what is new is left
 * out and what is spelled differently is renamed. An object that has the form of 2.2.1 already stays as it is.
 */
public final class Forms {
    /** Fields of Location, EVSE, Tariff and Credentials that came with 2.3.0. */
    private static final List<String> NEW =
            List.of("help_phone", "parking_places", "accepted_service_providers", "tax_included", "hub_party_id");

    private Forms() {}

    /** A copy of the object in the form of this version. */
    public static ObjectNode in(SpecVersion version, ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        if (version == SpecVersion.V2_2_1) {
            older(copy);
        }
        return copy;
    }

    private static void older(JsonNode node) {
        node.forEach(Forms::older);
        if (node instanceof ObjectNode object) {
            object.remove(NEW);
            if (object.has("standard") && object.has("power_type")) {
                object.remove("capabilities");
            }
            if (object.has("connectors")) {
                object.remove("parking");
            }
            if (object.has("before_taxes")) {
                price(object);
            }
            if (object.has("whitelist") || object.has("contract_id")) {
                tokenType(object);
            }
        }
    }

    private static void price(ObjectNode price) {
        JsonNode before = price.remove("before_taxes");
        JsonNode after = price.remove("after_taxes");
        JsonNode taxes = price.remove("taxes");
        price.set("excl_vat", before);
        if (after != null) {
            price.set("incl_vat", after);
        } else if (taxes != null) {
            BigDecimal sum = before.decimalValue();
            for (JsonNode tax : taxes) {
                sum = sum.add(tax.path("amount").decimalValue());
            }
            price.put("incl_vat", sum);
        }
    }

    private static void tokenType(ObjectNode token) {
        if (token.path("type").asText().equals("EMAID")) {
            token.put("type", "OTHER");
        }
    }
}
