package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.function.Consumer;

/**
 * Objects that break the tables. A Receiver may discard them with 2001; that it takes one is worth a warning, never more, as
 * nobody is obliged to validate. Spec: mod_locations_location_object.
 */
@Checks(module = CatalogueModule.LOCATIONS)
final class InvalidLocationsCheck {
    private static final List<String> LOCATION = List.of(
            "country_code",
            "party_id",
            "id",
            "publish",
            "address",
            "city",
            "country",
            "coordinates",
            "time_zone",
            "last_updated");
    private static final List<String> EVSE = List.of("uid", "status", "connectors", "last_updated");
    private static final List<String> CONNECTOR =
            List.of("id", "standard", "format", "power_type", "max_voltage", "max_amperage", "last_updated");

    @Proves(
            value = {"LOC-073", "LOC-144", "LOC-146", "LOC-163", "LOC-164", "LOC-165"},
            sut = SutRole.EMSP)
    void invalid_locations_are_refused(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            for (String field : LOCATION) {
                location(probe, cpo, "LOC-073", "a Location without " + field, location -> location.remove(field));
            }
            location(
                    probe,
                    cpo,
                    "LOC-144",
                    "coordinates as numbers",
                    location -> location.putObject("coordinates")
                            .put("latitude", 52.090736)
                            .put("longitude", 5.121420));
            location(
                    probe,
                    cpo,
                    "LOC-146",
                    "twentyfourseven false without regular_hours",
                    location -> location.putObject("opening_times").put("twentyfourseven", false));
            location(
                    probe,
                    cpo,
                    "LOC-163",
                    "a publish token with only an issuer",
                    location -> publishToken(location).put("issuer", "Lab"));
            location(
                    probe,
                    cpo,
                    "LOC-164",
                    "a publish token with uid and without type",
                    location -> publishToken(location).put("uid", "0102"));
            location(
                    probe,
                    cpo,
                    "LOC-165",
                    "a publish token with visual_number and without issuer",
                    location -> publishToken(location).put("visual_number", "1"));
        }
    }

    private static ObjectNode publishToken(ObjectNode location) {
        return location.put("publish", false).putArray("publish_allowed_to").addObject();
    }

    private static void location(
            Probe probe, Pusher cpo, String requirement, String defect, Consumer<ObjectNode> spoil) {
        ObjectNode location = cpo.bare();
        String id = Parts.text(location, "id");
        spoil.accept(location);
        judge(probe, requirement, defect, cpo.put(location, id));
    }

    private static void judge(Probe probe, String requirement, String defect, WireExchange put) {
        probe.claim(requirement).on(put).holdsOrWarns(put.refused(), "status_code 2001 for " + defect, put.outcome());
    }

    @Proves(
            value = {"LOC-091"},
            sut = SutRole.EMSP)
    void invalid_evses_are_refused(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            cpo.require(location);
            cpo.stored(location);
            String id = Parts.text(location, "id");
            int number = 0;
            for (String field : EVSE) {
                String uid = Pusher.uid(location, "X" + number++);
                ObjectNode evse = cpo.evse(uid);
                evse.remove(field);
                judge(probe, "LOC-091", "an EVSE without " + field, cpo.put(evse, id, uid));
            }
            String uid = Pusher.uid(location, "X" + number);
            ObjectNode evse = cpo.evse(uid);
            evse.putArray("connectors");
            judge(probe, "LOC-091", "an EVSE without Connectors", cpo.put(evse, id, uid));
        }
    }

    @Proves(
            value = {"LOC-101", "LOC-126", "LOC-161"},
            sut = SutRole.EMSP)
    void invalid_connectors_are_refused(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            cpo.require(location);
            cpo.stored(location);
            String id = Parts.text(location, "id");
            String uid = Pusher.uid(location, Pusher.A);
            int number = 10;
            for (String field : CONNECTOR) {
                ObjectNode connector = cpo.connector(String.valueOf(number));
                connector.remove(field);
                WireExchange put = cpo.put(connector, id, uid, String.valueOf(number++));
                judge(probe, "LOC-101", "a Connector without " + field, put);
            }
            ObjectNode plug = cpo.connector("20").put("format", "PLUG");
            judge(probe, "LOC-126", "format PLUG", cpo.put(plug, id, uid, "20"));
            ObjectNode power = cpo.connector("21").put("power_type", "AC");
            judge(probe, "LOC-161", "power_type AC", cpo.put(power, id, uid, "21"));
        }
    }

    @Proves(
            value = {"LOC-111", "LOC-113", "LOC-140"},
            sut = SutRole.EMSP)
    void invalid_parking_is_refused_or_ignored(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode lacking = cpo.bare();
            ParkingSpaces.add(lacking, "1").remove("restricted_to_type");
            WireExchange put = cpo.put(lacking);
            probe.claim("LOC-111")
                    .on(put)
                    .notes("a Parking without restricted_to_type is " + (put.accepted() ? "accepted" : put.outcome()));
            ObjectNode twins = cpo.bare();
            ParkingSpaces.add(twins, "1");
            ParkingSpaces.add(twins, "1");
            judge(probe, "LOC-113", "two Parkings with one id", cpo.put(twins));
            behind(probe, cpo);
        }
    }

    /** Only a Receiver that evaluates Parking at all can be asked to know its words. */
    private static void behind(Probe probe, Pusher cpo) {
        ObjectNode location = cpo.location();
        ParkingSpaces.add(location, "1");
        ParkingSpaces.refer(location, 0, "1", "LEFT");
        cpo.require(location);
        boolean evaluates =
                !Parts.absent(Parts.evses(cpo.stored(location).data()).get(0).path("parking"));
        if (evaluates) {
            ObjectNode odd = location.deepCopy().put("last_updated", cpo.moment(2));
            ((ArrayNode) odd.path("evses").get(0).path("parking")).removeAll();
            ParkingSpaces.refer(odd, 0, "1", "BEHIND");
            judge(probe, "LOC-140", "evse_position BEHIND", cpo.put(odd));
        }
    }
}
