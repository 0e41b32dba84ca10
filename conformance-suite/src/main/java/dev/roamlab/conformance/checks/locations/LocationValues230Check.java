package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** What 2.3.0 added, and the values that its open enums leave room for. Spec: types_openenum_type, mod_locations_types. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationValues230Check {
    private static final List<String> VEHICLES = List.of(
            "MOTORCYCLE",
            "PERSONAL_VEHICLE",
            "PERSONAL_VEHICLE_WITH_TRAILER",
            "VAN",
            "SEMI_TRACTOR",
            "RIGID",
            "TRUCK_WITH_TRAILER",
            "BUS",
            "DISABLED");

    @Proves(
            value = {"LOC-121", "LOC-136", "LOC-143", "LOC-155", "LOC-158", "LOC-160"},
            sut = SutRole.EMSP)
    void unlisted_values_of_open_enums_are_accepted(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            WireExchange capable = take(
                    probe,
                    cpo,
                    "LOC-121",
                    "capability LAB_TEST_CAPABILITY",
                    location -> evse(location)
                            .putArray("capabilities")
                            .add("RFID_READER")
                            .add("LAB_TEST_CAPABILITY"));
            standardKept(probe, cpo, capable);
            take(
                    probe,
                    cpo,
                    "LOC-136",
                    "environ_impact LAB_TEST_IMPACT",
                    location -> location.putObject("energy_mix")
                            .put("is_green_energy", false)
                            .putArray("environ_impact")
                            .addObject()
                            .put("category", "LAB_TEST_IMPACT")
                            .put("amount", 1));
            take(
                    probe,
                    cpo,
                    "LOC-143",
                    "facility LAB_TEST_FACILITY",
                    location -> location.putArray("facilities").add("HOTEL").add("LAB_TEST_FACILITY"));
            take(
                    probe,
                    cpo,
                    "LOC-155",
                    "image category LAB_TEST_CATEGORY",
                    location -> location.putArray("images")
                            .addObject()
                            .put("url", "https://tester.example/image.png")
                            .put("category", "LAB_TEST_CATEGORY")
                            .put("type", "png"));
            take(
                    probe,
                    cpo,
                    "LOC-158",
                    "EMPLOYEES, TAXIS and TENANTS",
                    location -> evse(location)
                            .putArray("parking_restrictions")
                            .add("EMPLOYEES")
                            .add("TAXIS")
                            .add("TENANTS"));
            take(
                    probe,
                    cpo,
                    "LOC-158",
                    "LAB_TEST_RESTRICTION",
                    location -> evse(location).putArray("parking_restrictions").add("LAB_TEST_RESTRICTION"));
            take(
                    probe,
                    cpo,
                    "LOC-160",
                    "parking_type LAB_TEST_TYPE",
                    location -> location.put("parking_type", "LAB_TEST_TYPE"));
        }
    }

    private static ObjectNode evse(ObjectNode location) {
        return (ObjectNode) location.path("evses").get(0);
    }

    private static WireExchange take(
            Probe probe, Pusher cpo, String requirement, String what, Consumer<ObjectNode> change) {
        ObjectNode location = cpo.location();
        change.accept(location);
        WireExchange put = cpo.put(location);
        probe.claim(requirement).on(put).holds(put.accepted(), "accepted: " + what, put.outcome());
        return put;
    }

    private static void standardKept(Probe probe, Pusher cpo, WireExchange put) {
        if (put.accepted()) {
            String id = Parts.text(put.requestBody().json(), "id");
            WireExchange get = cpo.get(data -> Parts.evses(data).stream().anyMatch(evse -> reads(evse)), id);
            probe.claim("LOC-121")
                    .on(get)
                    .at("/data/evses/0/capabilities")
                    .holdsOrWarns(
                            Parts.evses(get.data()).stream().anyMatch(evse -> reads(evse)),
                            "RFID_READER kept",
                            get.data().path("evses"));
        }
    }

    private static boolean reads(JsonNode evse) {
        return Parts.strings(evse.path("capabilities")).contains("RFID_READER");
    }

    @Proves(value = "LOC-128", sut = SutRole.EMSP)
    void new_and_unlisted_connector_types_come_back_unchanged(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            WireExchange put = take(
                    probe,
                    cpo,
                    "LOC-128",
                    "MCS, SAE_J3400 and LAB_TEST_PLUG",
                    location -> evse(location)
                            .putArray("connectors")
                            .add(cpo.connector("1").put("standard", "MCS"))
                            .add(cpo.connector("2").put("standard", "SAE_J3400"))
                            .add(cpo.connector("3").put("standard", "LAB_TEST_PLUG")));
            if (put.accepted()) {
                Set<String> wanted = Set.of("MCS", "SAE_J3400", "LAB_TEST_PLUG");
                WireExchange get = cpo.get(
                        data -> standards(data).containsAll(wanted),
                        Parts.text(put.requestBody().json(), "id"));
                probe.claim("LOC-128")
                        .on(get)
                        .at("/data/evses/0/connectors")
                        .holds(standards(get.data()).containsAll(wanted), wanted.toString(), standards(get.data()));
            }
        }
    }

    private static Set<String> standards(JsonNode location) {
        Set<String> standards = new TreeSet<>();
        Parts.evses(location)
                .forEach(evse -> Parts.connectors(evse).forEach(one -> standards.add(Parts.text(one, "standard"))));
        return standards;
    }

    @Proves(
            value = {"LOC-075", "LOC-094", "LOC-103", "LOC-117", "LOC-137", "LOC-172"},
            sut = SutRole.EMSP)
    void new_fields_are_accepted_and_may_be_left_out(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            take(probe, cpo, "LOC-094", "an EVSE without accepted_service_providers and parking", location -> {});
            ObjectNode location = parked(cpo);
            WireExchange put = cpo.put(location);
            for (String requirement : List.of("LOC-075", "LOC-103", "LOC-117", "LOC-137", "LOC-172")) {
                probe.claim(requirement).on(put).holds(put.accepted(), "accepted with Parking", put.outcome());
            }
            if (put.accepted()) {
                WireExchange get = cpo.stored(location);
                kept(probe, "LOC-075", get, "help_phone", data -> data.path("help_phone"));
                kept(probe, "LOC-075", get, "parking_places", data -> data.path("parking_places"));
                kept(
                        probe,
                        "LOC-103",
                        get,
                        "the Connector's capabilities",
                        data -> Parts.evses(data)
                                .get(0)
                                .path("connectors")
                                .path(0)
                                .path("capabilities"));
                others(probe, location, get);
                references(probe, location, get);
            }
            unlistedVehicle(probe, cpo);
        }
    }

    private static ObjectNode parked(Pusher cpo) {
        ObjectNode location = cpo.location().put("help_phone", "+31 30 1234567");
        VEHICLES.forEach(ParkingSpaces.add(location, "1").putArray("vehicle_types")::add);
        ParkingSpaces.add(location, "2");
        ParkingSpaces.add(location, "3");
        ParkingSpaces.refer(location, 0, "1", "LEFT");
        ParkingSpaces.refer(location, 0, "2", "RIGHT");
        ParkingSpaces.refer(location, 1, "2", "CENTER");
        ParkingSpaces.refer(location, 1, "3", "LEFT");
        ((ObjectNode) evse(location).path("connectors").get(0))
                .putArray("capabilities")
                .add("ISO_15118_2_PLUG_AND_CHARGE");
        return location;
    }

    private static void kept(
            Probe probe, String requirement, WireExchange get, String what, Function<JsonNode, JsonNode> field) {
        JsonNode value = field.apply(get.data());
        probe.claim(requirement).on(get).at("/data").holdsOrWarns(!Parts.absent(value), what + " kept", value);
    }

    /** A Receiver may ignore parking, but must not lose the rest of the Location over it. */
    private static void others(Probe probe, ObjectNode location, WireExchange get) {
        List<Comparison.Difference> lost = Comparison.lost(location, get.data()).stream()
                .filter(Comparison.Difference::required)
                .toList();
        probe.claim("LOC-117").on(get).at("/data").holds(lost.isEmpty(), "everything but the parking", lost);
    }

    private static void references(Probe probe, ObjectNode location, WireExchange get) {
        if (Parts.absent(get.data().path("parking_places"))) {
            return;
        }
        for (JsonNode evse : Parts.evses(location)) {
            JsonNode parking = Parts.evse(get.data(), Parts.text(evse, "uid"))
                    .orElse(get.data().path("none"))
                    .path("parking");
            probe.claim("LOC-137")
                    .on(get)
                    .at("/data/evses")
                    .holds(
                            ids(parking).equals(ids(evse.path("parking"))),
                            ids(evse.path("parking")).toString(),
                            parking);
        }
    }

    private static Set<String> ids(JsonNode parking) {
        Set<String> ids = new TreeSet<>();
        Parts.objects(parking).forEach(one -> ids.add(Parts.text(one, "parking_id")));
        return ids;
    }

    private static void unlistedVehicle(Probe probe, Pusher cpo) {
        take(
                probe,
                cpo,
                "LOC-172",
                "vehicle type LAB_TEST_VEHICLE",
                location -> ParkingSpaces.add(location, "1")
                        .putArray("vehicle_types")
                        .add("LAB_TEST_VEHICLE"));
    }
}
