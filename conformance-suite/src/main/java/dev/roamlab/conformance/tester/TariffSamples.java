package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;

/** Valid Tariffs. */
public final class TariffSamples {
    private final Samples samples;

    TariffSamples(Samples samples) {
        this.samples = samples;
    }

    /** A price per kWh, and nothing that is not required. */
    public ObjectNode minimal(SpecVersion version) {
        return Forms.in(version, LocationSamples.done(energy(samples.id("TAR"), "0.30")));
    }

    /** A price per kWh with 21 % VAT on it. */
    public ObjectNode perKwh(SpecVersion version, String price) {
        return Forms.in(version, LocationSamples.done(energy(samples.id("TAR"), price)));
    }

    /** A start fee, a price per kWh, and a price per hour of parking. */
    public ObjectNode mixed(SpecVersion version) {
        ObjectNode tariff = frame(samples.id("TAR"));
        var components = tariff.putArray("elements").addObject().putArray("price_components");
        component(components.addObject(), "FLAT", "0.50", 1);
        component(components.addObject(), "ENERGY", "0.28", 1);
        component(components.addObject(), "PARKING_TIME", "3.00", 1);
        tariff.put("tax_included", "NO");
        return Forms.in(version, LocationSamples.done(tariff));
    }

    /** A tariff with every field. */
    public ObjectNode full(SpecVersion version) {
        ObjectNode tariff = frame(samples.id("TAR")).put("type", "REGULAR");
        tariff.putArray("tariff_alt_text")
                .add(FullLocation.text("en", "0.25 per kWh, by day 0.35"))
                .add(FullLocation.text("nl", "0,25 per kWh, overdag 0,35"));
        tariff.put("tariff_alt_url", "https://tester.example/tariff");
        tariff.putObject("min_price").put("before_taxes", 0.5).put("after_taxes", 0.605);
        tariff.putObject("max_price").put("before_taxes", 50).put("after_taxes", 60.5);
        var elements = tariff.putArray("elements");
        ObjectNode day = elements.addObject();
        component(day.putArray("price_components").addObject(), "ENERGY", "0.35", 1);
        restrictions(day.putObject("restrictions"));
        component(elements.addObject().putArray("price_components").addObject(), "ENERGY", "0.25", 1);
        tariff.put("tax_included", "NO")
                .put("start_date_time", "2020-01-01T00:00:00Z")
                .put("end_date_time", "2035-01-01T00:00:00Z");
        tariff.set("energy_mix", FullLocation.energyMix());
        return Forms.in(version, LocationSamples.done(tariff));
    }

    private static void restrictions(ObjectNode restrictions) {
        restrictions
                .put("start_time", "07:00")
                .put("end_time", "19:00")
                .put("start_date", "2020-01-01")
                .put("end_date", "2035-01-01")
                .put("min_kwh", 0)
                .put("max_kwh", 100)
                .put("min_current", 0)
                .put("max_current", 500)
                .put("min_power", 0)
                .put("max_power", 350)
                .put("min_duration", 0)
                .put("max_duration", 86400);
        restrictions.putArray("day_of_week").add("MONDAY").add("TUESDAY").add("WEDNESDAY");
    }

    private ObjectNode energy(String id, String price) {
        ObjectNode tariff = frame(id);
        component(
                tariff.putArray("elements")
                        .addObject()
                        .putArray("price_components")
                        .addObject(),
                "ENERGY",
                price,
                1);
        return tariff.put("tax_included", "NO");
    }

    private ObjectNode frame(String id) {
        Party party = samples.party();
        return JsonNodeFactory.instance
                .objectNode()
                .put("country_code", party.countryCode())
                .put("party_id", party.partyId())
                .put("id", id)
                .put("currency", "EUR");
    }

    private static void component(ObjectNode component, String type, String price, int step) {
        component
                .put("type", type)
                .put("price", new java.math.BigDecimal(price))
                .put("vat", 21)
                .put("step_size", step);
    }
}
