package dev.roamlab.scenarios.own;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.locations.Location;
import dev.roamlab.ocpi.tariffs.Tariff;
import java.util.function.Consumer;

/** Locations and tariffs as somebody might have them. */
final class Sample {
    static final String UPDATED = "2026-05-04T10:00:00Z";

    private Sample() {}

    /** A location with AC sockets of 22 kW that name tariff T1. */
    static ObjectNode location(String id, int evses) {
        ObjectNode location = Json.object();
        location.put("country_code", "DE").put("party_id", "ABC").put("id", id).put("publish", true);
        location.put("name", "Platz " + id).put("address", "Hauptstr. 1").put("city", "Kassel");
        location.put("country", "DEU").put("time_zone", "Europe/Berlin").put("last_updated", UPDATED);
        location.putObject("coordinates").put("latitude", "51.312801").put("longitude", "9.481544");
        ArrayNode list = location.putArray("evses");
        for (int i = 1; i <= evses; i++) {
            list.add(evse(id + "-" + i));
        }
        return location;
    }

    static ObjectNode evse(String uid) {
        ObjectNode evse =
                Json.object().put("uid", uid).put("status", "AVAILABLE").put("last_updated", UPDATED);
        evse.putArray("capabilities").add("RFID_READER").add("REMOTE_START_STOP_CAPABLE");
        ObjectNode connector = evse.putArray("connectors").addObject();
        connector.put("id", "1").put("standard", "IEC_62196_T2").put("format", "SOCKET");
        connector.put("power_type", "AC_3_PHASE").put("max_voltage", 230).put("max_amperage", 32);
        connector.put("last_updated", UPDATED).putArray("tariff_ids").add("T1");
        return evse;
    }

    /** The location with something done to each of its connectors. */
    static ObjectNode connectors(ObjectNode location, Consumer<ObjectNode> change) {
        location.path("evses").forEach(evse -> evse.path("connectors").forEach(one -> change.accept((ObjectNode) one)));
        return location;
    }

    static ObjectNode direct(ObjectNode location, int kw) {
        return connectors(
                location,
                connector -> connector
                        .put("standard", "IEC_62196_T2_COMBO")
                        .put("format", "CABLE")
                        .put("power_type", "DC")
                        .put("max_voltage", 920)
                        .put("max_amperage", 400)
                        .put("max_electric_power", kw * 1000));
    }

    /** 0.40 per kWh, in the form of 2.3.0. */
    static ObjectNode tariff(String id) {
        ObjectNode tariff = Json.object();
        tariff.put("country_code", "DE").put("party_id", "ABC").put("id", id).put("currency", "EUR");
        tariff.put("tax_included", "NO").put("last_updated", UPDATED);
        component(tariff.putArray("elements").addObject(), "ENERGY", 0.40);
        return tariff;
    }

    static ObjectNode component(ObjectNode element, String type, double price) {
        element.withArray("price_components")
                .addObject()
                .put("type", type)
                .put("price", price)
                .put("vat", 19)
                .put("step_size", 1);
        return element;
    }

    static OwnStock stock(Iterable<ObjectNode> tariffs, Iterable<ObjectNode> locations) {
        OwnStock stock = new OwnStock();
        tariffs.forEach(tariff -> stock.addTariff(document(Tariff.class, tariff)));
        locations.forEach(location -> stock.addLocation(document(Location.class, location)));
        return stock;
    }

    private static <T extends Record> Document<T> document(Class<T> type, ObjectNode json) {
        return Document.stored(type, Json.write(json));
    }
}
