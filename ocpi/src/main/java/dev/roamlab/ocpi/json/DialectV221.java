package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.credentials.Credentials;
import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.locations.ConnectorType;
import dev.roamlab.ocpi.locations.EnergyMix;
import dev.roamlab.ocpi.locations.EnvironmentalImpactCategory;
import dev.roamlab.ocpi.locations.Evse;
import dev.roamlab.ocpi.locations.Facility;
import dev.roamlab.ocpi.locations.ImageCategory;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.locations.ParkingRestriction;
import dev.roamlab.ocpi.locations.ParkingType;
import dev.roamlab.ocpi.tariffs.PriceLimit;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that OCPI 2.2.1 spells differently. If it is neither here nor marked {@code @Since}, the versions agree.
 *
 * <ul>
 *   <li>Prices: 2.2.1 knows one VAT, as the difference between two amounts; 2.3.0 lists taxes. What 2.2.1 sends becomes one
 *       tax named VAT; what 2.3.0 lists is added up, and loses names, accounts and rates. 2.2.1 there and back is exact.
 *   <li>Tariffs of 2.2.1 are always before tax. The prices of a tariff with taxes inside lose the rate it gives, rounded to
 *       four decimals; without a rate they stay, and say nothing of VAT, so that the total is what the driver pays.
 *   <li>Enumerations of 2.2.1 are closed. What is not listed is written as {@code OTHER}, or left out; only a bill keeps the
 *       connector type that it has, for the field is required and a bill cannot be left out. What 2.2.1 partners send is
 *       taken as it stands, listed or not.
 *   <li>A hub of 2.2.1 is a role; a hub of 2.3.0 is named beside the roles of those it speaks for.
 * </ul>
 */
final class DialectV221 extends Dialect {
    private static final String BEFORE = "before_taxes";
    private static final String AFTER = "after_taxes";
    private static final String TAXES = "taxes";
    private static final String EXCLUDING = "excl_vat";
    private static final String INCLUDING = "incl_vat";
    private static final String CONNECTORS = "connectors";
    private static final int PRICE_DECIMALS = 4;

    private final Set<String> connectorTypes = listed(ConnectorType.class);
    private final Set<String> impactCategories = listed(EnvironmentalImpactCategory.class);
    private final Set<String> tokenTypes = listed(TokenType.class);

    DialectV221() {
        super(OcpiVersion.V2_2_1);
        reshape(Price.class, new Reshape(DialectV221::readPrice, nothing -> {}, DialectV221::writePrice));
        reshape(PriceLimit.class, new Reshape(DialectV221::readLimit, nothing -> {}, DialectV221::writeLimit));
        reshape(Tariff.class, new Reshape(nothing -> {}, DialectV221::supplyTaxIncluded, DialectV221::writeTariff));
        reshape(Credentials.class, new Reshape(nothing -> {}, HubCredentials::name, HubCredentials::asRole));
        reshape(Evse.class, Reshape.onWrite(this::writeEvse));
        reshape(Location.class, Reshape.onWrite(this::writeLocation));
        reshape(EnergyMix.class, Reshape.onWrite(this::writeEnergyMix));
        // OTHER still says that there is a token, identified by uid and contract, or a picture.
        close(TokenType.class, "OTHER");
        close(ImageCategory.class, "OTHER");
        close(Capability.class);
        close(Facility.class);
        close(ParkingRestriction.class);
        close(ParkingType.class);
    }

    /** A price has one tax here, and says so with other fields. */
    @Override
    public List<WireField> fields(Class<?> type) {
        return type == Price.class || type == PriceLimit.class
                ? List.of(
                        new WireField(EXCLUDING, true, false, BigDecimal.class),
                        new WireField(INCLUDING, false, false, BigDecimal.class))
                : super.fields(type);
    }

    /** The type is part of a Token's key: unlike other unlisted values it cannot be passed over. */
    @Override
    void forbidden(Class<?> type, JsonNode wire, List<Problem> objections) {
        String given = wire.path("type").asText("");
        if (type == Token.class && !given.isEmpty() && !tokenTypes.contains(given)) {
            objections.add(new Problem("/type", "one of " + tokenTypes, "\"" + given + "\""));
        }
    }

    @Override
    public String pointerOnWire(String pointer) {
        // The one tax that we make of incl_vat is none that the partner could find.
        int taxes = pointer.indexOf("/" + TAXES + "/0");
        String known = taxes < 0 ? pointer : pointer.substring(0, taxes) + "/" + INCLUDING;
        return known.replace("/" + BEFORE, "/" + EXCLUDING).replace("/" + AFTER, "/" + INCLUDING);
    }

    /** A {@code before_taxes} or {@code taxes} in 2.2.1 is somebody's own field, and gives way to what 2.2.1 means. */
    private static void readPrice(ObjectNode price) {
        price.remove(BEFORE);
        price.remove(TAXES);
        JsonNode excluding = rename(price, EXCLUDING, BEFORE);
        JsonNode including = price.remove(INCLUDING);
        if (including == null || including.isNull()) {
            return;
        }
        ObjectNode vat = price.putArray(TAXES).addObject().put("name", "VAT");
        if (including.isNumber() && excluding != null && excluding.isNumber()) {
            vat.put("amount", including.decimalValue().subtract(excluding.decimalValue()));
        } else {
            // Not a number: stays where the binder finds it and says so.
            vat.set("amount", including);
        }
    }

    private static void writePrice(ObjectNode price) {
        JsonNode before = rename(price, BEFORE, EXCLUDING);
        JsonNode taxes = price.remove(TAXES);
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
        limit.remove(BEFORE);
        limit.remove(AFTER);
        rename(limit, EXCLUDING, BEFORE);
        rename(limit, INCLUDING, AFTER);
    }

    private static void writeLimit(ObjectNode limit) {
        rename(limit, BEFORE, EXCLUDING);
        rename(limit, AFTER, INCLUDING);
    }

    private static void supplyTaxIncluded(ObjectNode tariff) {
        if (!tariff.hasNonNull("tax_included")) {
            tariff.put("tax_included", "NO");
        }
    }

    private static void writeTariff(ObjectNode tariff) {
        String included = tariff.path("tax_included").asText("NO");
        for (JsonNode element : tariff.path("elements")) {
            for (JsonNode component : element.path("price_components")) {
                if (component instanceof ObjectNode object && !included.equals("NO")) {
                    takeTaxOut(object, included.equals("YES"));
                }
            }
        }
    }

    private static void takeTaxOut(ObjectNode component, boolean inside) {
        JsonNode vat = component.path("vat");
        JsonNode price = component.path("price");
        if (!inside) {
            component.remove("vat");
        } else if (vat.isNumber() && price.isNumber()) {
            BigDecimal factor = BigDecimal.ONE.add(vat.decimalValue().movePointLeft(2));
            if (factor.signum() > 0) {
                component.put(
                        "price", Json.plain(price.decimalValue().divide(factor, PRICE_DECIMALS, RoundingMode.HALF_UP)));
            }
        }
    }

    /** No value of 2.2.1 is true for the connectors that others added, and there is no OTHER. */
    private void writeEvse(ObjectNode evse) {
        removeIf(
                evse.path(CONNECTORS),
                connector -> !connectorTypes.contains(connector.path("standard").asText()));
    }

    /** An EVSE of which no connector is left cannot be said, since 2.2.1 demands one. */
    private void writeLocation(ObjectNode location) {
        removeIf(location.path("evses"), evse -> {
            boolean hadConnectors = !evse.path(CONNECTORS).isEmpty();
            if (evse instanceof ObjectNode object) {
                writeEvse(object);
            }
            boolean removed = "REMOVED".equals(evse.path("status").textValue());
            return hadConnectors && evse.path(CONNECTORS).isEmpty() && !removed;
        });
    }

    private void writeEnergyMix(ObjectNode mix) {
        removeIf(
                mix.path("environ_impact"),
                impact -> !impactCategories.contains(impact.path("category").asText()));
    }

    private static void removeIf(JsonNode list, Predicate<JsonNode> unspeakable) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list instanceof ArrayNode array && unspeakable.test(array.get(i))) {
                array.remove(i);
            }
        }
    }

    private static @Nullable JsonNode rename(ObjectNode object, String from, String to) {
        JsonNode value = object.remove(from);
        if (value != null) {
            object.set(to, value);
        }
        return value;
    }
}
