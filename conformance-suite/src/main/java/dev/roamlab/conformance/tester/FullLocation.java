package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A Location of 2.3.0 with what a Location can have. */
final class FullLocation {
    private FullLocation() {}

    static ObjectNode of(Samples samples, LocationSamples parts) {
        ObjectNode location = parts.frame("LOC", false);
        location.putArray("publish_allowed_to")
                .addObject()
                .put("uid", samples.shortId())
                .put("type", "RFID")
                .put("issuer", "Conformance tester");
        location.put("name", "Garage with everything")
                .put("postal_code", "3511 AA")
                .put("state", "Utrecht");
        ObjectNode entrance = location.putArray("related_locations").addObject();
        entrance.put("latitude", "52.090800").put("longitude", "5.121500");
        entrance.set("name", text("en", "Entrance for cars"));
        location.put("parking_type", "PARKING_GARAGE");
        location.putArray("evses").add(evse(samples, parts));
        location.putArray("parking_places").add(parking(samples));
        location.putArray("directions").add(text("en", "Second floor")).add(text("nl", "Tweede verdieping"));
        business(location, "operator");
        business(location, "suboperator");
        business(location, "owner");
        location.putArray("facilities").add("CAFE").add("WIFI");
        location.set("opening_times", hours());
        location.put("charging_when_closed", true);
        image(location.putArray("images"), "LOCATION");
        location.set("energy_mix", energyMix());
        location.put("help_phone", "+31301234567");
        return LocationSamples.done(location);
    }

    private static ObjectNode evse(Samples samples, LocationSamples parts) {
        ObjectNode evse = parts.evse(List.of());
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        evse.putArray("status_schedule")
                .addObject()
                .put("period_begin", Moments.text(tomorrow))
                .put("period_end", Moments.text(tomorrow.plus(1, ChronoUnit.HOURS)))
                .put("status", "INOPERATIVE");
        ObjectNode connector = (ObjectNode) evse.path("connectors").get(0);
        connector.put("max_electric_power", 22000).put("terms_and_conditions", "https://tester.example/terms");
        connector.putArray("capabilities").add("ISO_15118_2_PLUG_AND_CHARGE");
        LocationSamples.done(connector);
        evse.put("floor_level", "2");
        evse.putObject("coordinates").put("latitude", "52.090740").put("longitude", "5.121430");
        evse.put("physical_reference", "17");
        evse.putArray("directions").add(text("en", "Beside the lift"));
        evse.putArray("parking_restrictions").add("EV_ONLY");
        evse.putArray("parking").addObject().put("parking_id", "P1").put("evse_position", "LEFT");
        image(evse.putArray("images"), "CHARGER");
        evse.putArray("accepted_service_providers").add("Conformance tester");
        return LocationSamples.done(evse);
    }

    private static ObjectNode parking(Samples samples) {
        ObjectNode place = JsonNodeFactory.instance.objectNode().put("id", "P1");
        place.putArray("vehicle_types").add("PERSONAL_VEHICLE").add("VAN");
        return place.put("max_vehicle_weight", 3500)
                .put("max_vehicle_height", 210)
                .put("max_vehicle_length", 550)
                .put("max_vehicle_width", 220)
                .put("parking_space_length", 600)
                .put("parking_space_width", 250)
                .put("dangerous_goods_allowed", false)
                .put("restricted_to_type", true)
                .put("reservation_required", false)
                .put("time_limit", 240)
                .put("roofed", true)
                .put("lighting", true);
    }

    private static void business(ObjectNode location, String field) {
        location.putObject(field).put("name", "Tester " + field).put("website", "https://tester.example");
    }

    private static void image(ArrayNode images, String category) {
        images.addObject()
                .put("url", "https://tester.example/image.png")
                .put("thumbnail", "https://tester.example/small.png")
                .put("category", category)
                .put("type", "png")
                .put("width", 1280)
                .put("height", 960);
    }

    private static ObjectNode hours() {
        ObjectNode hours = JsonNodeFactory.instance.objectNode().put("twentyfourseven", false);
        ArrayNode regular = hours.putArray("regular_hours");
        for (int day = 1; day <= 7; day++) {
            regular.addObject().put("weekday", day).put("period_begin", "07:00").put("period_end", "22:00");
        }
        hours.putArray("exceptional_closings")
                .addObject()
                .put("period_begin", "2030-12-25T00:00:00Z")
                .put("period_end", "2030-12-26T00:00:00Z");
        return hours;
    }

    static ObjectNode energyMix() {
        ObjectNode mix = JsonNodeFactory.instance.objectNode().put("is_green_energy", true);
        ArrayNode sources = mix.putArray("energy_sources");
        sources.addObject().put("source", "WIND").put("percentage", 60);
        sources.addObject().put("source", "SOLAR").put("percentage", 40);
        mix.putArray("environ_impact")
                .addObject()
                .put("category", "CARBON_DIOXIDE")
                .put("amount", 0);
        return mix.put("supplier_name", "Tester Energy").put("energy_product_name", "Wind and sun");
    }

    static ObjectNode text(String language, String text) {
        return JsonNodeFactory.instance.objectNode().put("language", language).put("text", text);
    }
}
