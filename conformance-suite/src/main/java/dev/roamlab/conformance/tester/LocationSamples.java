package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.Party;
import java.util.List;

/** Valid Locations, EVSEs and connectors. */
public final class LocationSamples {
    private final Samples samples;

    LocationSamples(Samples samples) {
        this.samples = samples;
    }

    /** A Location with all that is required and one EVSE with one connector, not published. */
    public ObjectNode minimal(SpecVersion version) {
        ObjectNode location = frame("LOC", false);
        location.putArray("evses").add(evse(List.of()));
        return Forms.in(version, done(location));
    }

    /** A Location with (nearly) every field, of which not all are in 2.2.1. */
    public ObjectNode full(SpecVersion version) {
        return Forms.in(version, FullLocation.of(samples, this));
    }

    /** An AC charging place of a street: two EVSEs with one connector each, published. */
    public ObjectNode street(SpecVersion version, String name, List<String> tariffIds) {
        ObjectNode location = frame("LOC", true).put("name", name);
        ArrayNode evses = location.putArray("evses");
        evses.add(evse(tariffIds));
        evses.add(evse(tariffIds));
        return Forms.in(version, done(location));
    }

    /** A fast charging site: one EVSE with two connectors. */
    public ObjectNode fast(SpecVersion version, String name, List<String> tariffIds) {
        ObjectNode location = frame("LOC", true).put("name", name);
        ObjectNode evse = evse(tariffIds);
        evse.putArray("connectors")
                .add(connector("1", "IEC_62196_T2_COMBO", "CABLE", "DC", 920, 300, tariffIds))
                .add(connector("2", "CHADEMO", "CABLE", "DC", 500, 125, tariffIds));
        location.putArray("evses").add(done(evse));
        return Forms.in(version, done(location));
    }

    /** An AC EVSE with one connector, in the form of 2.3.0 and of 2.2.1. */
    public ObjectNode evse(List<String> tariffIds) {
        String uid = samples.id("EVSE");
        Party party = samples.party();
        ObjectNode evse = JsonNodeFactory.instance
                .objectNode()
                .put("uid", uid)
                .put("evse_id", party.countryCode() + "*" + party.partyId() + "*E" + uid.substring(uid.length() - 8))
                .put("status", "AVAILABLE");
        evse.putArray("capabilities")
                .add("RFID_READER")
                .add("REMOTE_START_STOP_CAPABLE")
                .add("RESERVABLE")
                .add("UNLOCK_CAPABLE")
                .add("CHARGING_PREFERENCES_CAPABLE");
        evse.putArray("connectors").add(connector("1", "IEC_62196_T2", "SOCKET", "AC_3_PHASE", 230, 32, tariffIds));
        return done(evse);
    }

    /** An AC connector. */
    public ObjectNode connector(String id) {
        return connector(id, "IEC_62196_T2", "SOCKET", "AC_3_PHASE", 230, 32, List.of());
    }

    ObjectNode connector(
            String id, String standard, String format, String power, int volts, int amperes, List<String> tariffIds) {
        ObjectNode connector = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("standard", standard)
                .put("format", format)
                .put("power_type", power)
                .put("max_voltage", volts)
                .put("max_amperage", amperes);
        if (!tariffIds.isEmpty()) {
            ArrayNode ids = connector.putArray("tariff_ids");
            tariffIds.forEach(ids::add);
        }
        return done(connector);
    }

    ObjectNode frame(String kind, boolean publish) {
        Party party = samples.party();
        ObjectNode location = JsonNodeFactory.instance
                .objectNode()
                .put("country_code", party.countryCode())
                .put("party_id", party.partyId())
                .put("id", samples.id(kind))
                .put("publish", publish)
                .put("address", "Testweg 12")
                .put("city", "Utrecht")
                .put("country", "NLD");
        location.putObject("coordinates").put("latitude", "52.090736").put("longitude", "5.121420");
        return location.put("time_zone", "Europe/Amsterdam");
    }

    static ObjectNode done(ObjectNode object) {
        object.remove("last_updated");
        return object.put("last_updated", Moments.now());
    }
}
