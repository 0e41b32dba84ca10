package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.PriceLimit;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that OCPI 2.2.1 spells differently. If it is neither here nor marked {@code @Since}, the versions agree.
 *
 * <p>2.2.1 knows one VAT, as the difference between two amounts; 2.3.0 lists taxes. What 2.2.1 sends becomes one tax named
 * VAT; what 2.3.0 lists is added up. Tariffs of 2.2.1 are always before tax.
 */
final class DialectV221 extends Dialect {
    private static final String BEFORE = "before_taxes";
    private static final String AFTER = "after_taxes";
    private static final String EXCLUDING = "excl_vat";
    private static final String INCLUDING = "incl_vat";
    private static final int PRICE_DECIMALS = 4;
    private static final Set<String> ADDED_CONNECTORS = Set.of("MCS", "SAE_J3400");
    private static final Set<String> ADDED_RESTRICTIONS = Set.of("EMPLOYEES", "TAXIS", "TENANTS");

    DialectV221() {
        super(OcpiVersion.V2_2_1);
        reshape(Price.class, new Reshape(DialectV221::readPrice, nothing -> {}, DialectV221::writePrice));
        reshape(PriceLimit.class, new Reshape(DialectV221::readLimit, nothing -> {}, DialectV221::writeLimit));
        reshape(Tariff.class, new Reshape(nothing -> {}, DialectV221::supplyTaxIncluded, DialectV221::writeTariff));
        reshape(Evse.class, new Reshape(nothing -> {}, nothing -> {}, DialectV221::writeEvse));
        reshape(Location.class, new Reshape(nothing -> {}, nothing -> {}, DialectV221::writeLocation));
        // 2.2.1 enums are closed; OTHER still says that there is a token, identified by uid and contract.
        replaceOnWrite(TokenType.class, "EMAID", "OTHER");
    }

    @Override
    public String pointerOnWire(String pointer) {
        return pointer.replace("/" + BEFORE, "/" + EXCLUDING).replace("/" + AFTER, "/" + INCLUDING);
    }

    private static void readPrice(ObjectNode price) {
        JsonNode excluding = rename(price, EXCLUDING, BEFORE);
        JsonNode including = price.remove(INCLUDING);
        if (including != null && including.isNumber() && excluding != null && excluding.isNumber()) {
            price.putArray("taxes")
                    .addObject()
                    .put("name", "VAT")
                    .put("amount", including.decimalValue().subtract(excluding.decimalValue()));
        }
    }

    private static void writePrice(ObjectNode price) {
        JsonNode before = rename(price, BEFORE, EXCLUDING);
        JsonNode taxes = price.remove("taxes");
        if (taxes == null || taxes.isEmpty() || before == null) {
            return;
        }
        BigDecimal including = before.decimalValue();
        for (JsonNode tax : taxes) {
            including = including.add(tax.path("amount").decimalValue());
        }
        price.put(INCLUDING, Json.plain(including));
    }

    private static void readLimit(ObjectNode limit) {
        rename(limit, EXCLUDING, BEFORE);
        rename(limit, INCLUDING, AFTER);
    }

    private static void writeLimit(ObjectNode limit) {
        rename(limit, BEFORE, EXCLUDING);
        rename(limit, AFTER, INCLUDING);
    }

    private static void supplyTaxIncluded(ObjectNode tariff) {
        if (!tariff.has("tax_included")) {
            tariff.put("tax_included", "NO");
        }
    }

    private static void writeTariff(ObjectNode tariff) {
        JsonNode included = tariff.remove("tax_included");
        if (included != null && "YES".equals(included.textValue())) {
            tariff.path("elements")
                    .forEach(element -> element.path("price_components").forEach(DialectV221::takeVatOut));
        }
    }

    /** No 2.2.1 value is true for the connectors that 2.3.0 added, and a list of restrictions may be shorter. */
    private static void writeEvse(ObjectNode evse) {
        removeIf(
                evse.path("connectors"),
                connector ->
                        ADDED_CONNECTORS.contains(connector.path("standard").asText()));
        removeIf(evse.path("parking_restrictions"), value -> ADDED_RESTRICTIONS.contains(value.asText()));
    }

    /** An EVSE of which no connector is left cannot be said, since 2.2.1 demands one. */
    private static void writeLocation(ObjectNode location) {
        removeIf(
                location.path("evses"),
                evse -> evse.has("connectors") && evse.path("connectors").isEmpty());
    }

    private static void removeIf(JsonNode list, Predicate<JsonNode> unspeakable) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list instanceof ArrayNode array && unspeakable.test(array.get(i))) {
                array.remove(i);
            }
        }
    }

    /** Without a rate the price stays: there is nothing to take out that we know of. */
    private static void takeVatOut(JsonNode component) {
        JsonNode vat = component.path("vat");
        if (component instanceof ObjectNode object
                && vat.isNumber()
                && component.path("price").isNumber()) {
            BigDecimal factor = BigDecimal.ONE.add(vat.decimalValue().movePointLeft(2));
            BigDecimal price = component.path("price").decimalValue();
            object.put("price", Json.plain(price.divide(factor, PRICE_DECIMALS, RoundingMode.HALF_UP)));
        }
    }

    private static @org.jspecify.annotations.Nullable JsonNode rename(ObjectNode object, String from, String to) {
        JsonNode value = object.remove(from);
        if (value != null) {
            object.set(to, value);
        }
        return value;
    }
}
