package dev.roamlab.conformance.checks.tariffs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.tester.TariffSamples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Tariffs with much in them, or something missing. */
final class FullTariff {
    private static final List<String> OPTIONAL = List.of(
            "type", "tariff_alt_url", "min_price", "max_price", "start_date_time", "end_date_time", "energy_mix");

    private FullTariff() {}

    /** A Tariff with every optional field, several elements, and every restriction somewhere. */
    static ObjectNode of(TariffSamples samples, SpecVersion version) {
        ObjectNode tariff = samples.full(version);
        ArrayNode elements = (ArrayNode) tariff.path("elements");
        ObjectNode reservation = elements.addObject();
        component(reservation.putArray("price_components"), "FLAT", "1.50").put("vat", 21);
        component((ArrayNode) reservation.path("price_components"), "TIME", "3.00");
        reservation.putObject("restrictions").put("reservation", "RESERVATION");
        ObjectNode expired = elements.addObject();
        component(expired.putArray("price_components"), "FLAT", "4.00");
        expired.putObject("restrictions").put("reservation", "RESERVATION_EXPIRES");
        ObjectNode rest = elements.addObject();
        component(rest.putArray("price_components"), "TIME", "0.60");
        component((ArrayNode) rest.path("price_components"), "PARKING_TIME", "2.40");
        return tariff;
    }

    /** A Tariff whose optional fields are all null, and its list empty. */
    static ObjectNode withNulls(TariffSamples samples, SpecVersion version) {
        ObjectNode tariff = samples.minimal(version);
        OPTIONAL.forEach(tariff::putNull);
        tariff.putArray("tariff_alt_text");
        return tariff;
    }

    static ObjectNode withoutVatAndWithVat0(TariffSamples samples, SpecVersion version) {
        ObjectNode tariff = samples.minimal(version);
        ArrayNode components = ((ObjectNode) tariff.path("elements").get(0)).putArray("price_components");
        component(components, "ENERGY", "0.30");
        component(components, "TIME", "0.60").put("vat", BigDecimal.ZERO.setScale(1));
        return tariff;
    }

    /** A Tariff whose only element has a price for each dimension there is. */
    static ObjectNode withEachDimension(TariffSamples samples, SpecVersion version) {
        ObjectNode tariff = samples.minimal(version);
        ArrayNode components = ((ObjectNode) tariff.path("elements").get(0)).putArray("price_components");
        for (String type : List.of("ENERGY", "FLAT", "PARKING_TIME", "TIME")) {
            component(components, type, "0.30");
        }
        return tariff;
    }

    /** A Tariff that is restricted to a time of day. */
    static ObjectNode between(TariffSamples samples, SpecVersion version, String start, String end) {
        ObjectNode tariff = samples.minimal(version);
        ((ObjectNode) tariff.path("elements").get(0))
                .putObject("restrictions")
                .put("start_time", start)
                .put("end_time", end);
        return tariff;
    }

    /** Where the required fields of a Tariff with one element and one component are. */
    static List<String> required(SpecVersion version) {
        List<String> pointers = new ArrayList<>(List.of(
                "/country_code",
                "/party_id",
                "/id",
                "/currency",
                "/elements",
                "/elements/0/price_components",
                "/elements/0/price_components/0/type",
                "/elements/0/price_components/0/price",
                "/elements/0/price_components/0/step_size",
                "/last_updated"));
        if (version == SpecVersion.V2_3_0) {
            pointers.add("/tax_included");
        }
        return pointers;
    }

    static void remove(ObjectNode tariff, String pointer) {
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) tariff.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
    }

    private static ObjectNode component(ArrayNode components, String type, String price) {
        return components
                .addObject()
                .put("type", type)
                .put("price", new BigDecimal(price))
                .put("step_size", 1);
    }
}
