package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Values and optional fields that a Receiver of either version has to take. Spec: mod_locations_types. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationValuesCheck {
    private static final List<String> CAPABILITIES = List.of(
            "CHARGING_PROFILE_CAPABLE",
            "CHARGING_PREFERENCES_CAPABLE",
            "CHIP_CARD_SUPPORT",
            "CONTACTLESS_CARD_SUPPORT",
            "CREDIT_CARD_PAYABLE",
            "DEBIT_CARD_PAYABLE",
            "PED_TERMINAL",
            "REMOTE_START_STOP_CAPABLE",
            "RESERVABLE",
            "RFID_READER",
            "START_SESSION_CONNECTOR_REQUIRED",
            "TOKEN_GROUP_CAPABLE",
            "UNLOCK_CAPABLE");
    private static final List<String> STANDARDS = List.of(
            "CHADEMO",
            "CHAOJI",
            "DOMESTIC_A",
            "DOMESTIC_B",
            "DOMESTIC_C",
            "DOMESTIC_D",
            "DOMESTIC_E",
            "DOMESTIC_F",
            "DOMESTIC_G",
            "DOMESTIC_H",
            "DOMESTIC_I",
            "DOMESTIC_J",
            "DOMESTIC_K",
            "DOMESTIC_L",
            "DOMESTIC_M",
            "DOMESTIC_N",
            "DOMESTIC_O",
            "GBT_AC",
            "GBT_DC",
            "IEC_60309_2_single_16",
            "IEC_60309_2_three_16",
            "IEC_60309_2_three_32",
            "IEC_60309_2_three_64",
            "IEC_62196_T1",
            "IEC_62196_T1_COMBO",
            "IEC_62196_T2",
            "IEC_62196_T2_COMBO",
            "IEC_62196_T3A",
            "IEC_62196_T3C",
            "NEMA_5_20",
            "NEMA_6_30",
            "NEMA_6_50",
            "NEMA_10_30",
            "NEMA_10_50",
            "NEMA_14_30",
            "NEMA_14_50",
            "PANTOGRAPH_BOTTOM_UP",
            "PANTOGRAPH_TOP_DOWN",
            "TESLA_R",
            "TESLA_S");
    private static final List<String> POWER_TYPES =
            List.of("AC_1_PHASE", "AC_2_PHASE", "AC_2_PHASE_SPLIT", "AC_3_PHASE", "DC");

    @Proves(value = "LOC-120", sut = SutRole.EMSP)
    void all_capabilities_are_accepted(Probe probe) {
        location(probe, "LOC-120", "an EVSE with all thirteen capabilities", location -> {
            ArrayNode capabilities = ((ObjectNode) location.path("evses").get(0)).putArray("capabilities");
            CAPABILITIES.forEach(capabilities::add);
        });
    }

    /** Puts a Location that is valid in every respect. */
    private static void location(Probe probe, String requirement, String what, Consumer<ObjectNode> change) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            change.accept(location);
            WireExchange put = cpo.put(location);
            probe.claim(requirement).on(put).holds(put.accepted(), "accepted: " + what, put.outcome());
        }
    }

    @Proves(
            value = {"LOC-127", "LOC-161"},
            sut = SutRole.EMSP)
    void all_connector_types_and_power_types_are_accepted(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            if (probe.is(SpecVersion.V2_2_1)) {
                connectors(probe, cpo, "LOC-127", "standard", STANDARDS);
            }
            connectors(probe, cpo, "LOC-161", "power_type", POWER_TYPES);
        }
    }

    /** One Location with a Connector per value; only if that is refused, one by one, to tell which value it was. */
    private static void connectors(Probe probe, Pusher cpo, String requirement, String field, List<String> values) {
        List<ObjectNode> connectors = new ArrayList<>();
        for (String value : values) {
            connectors.add(cpo.connector(String.valueOf(connectors.size() + 1)).put(field, value));
        }
        ObjectNode location = cpo.location();
        ArrayNode all = ((ObjectNode) location.path("evses").get(0)).putArray("connectors");
        connectors.forEach(all::add);
        WireExchange together = cpo.put(location);
        if (together.accepted()) {
            probe.claim(requirement).on(together).held();
            return;
        }
        ObjectNode plain = cpo.location();
        cpo.require(plain);
        for (ObjectNode connector : connectors) {
            String id = Parts.text(connector, "id");
            WireExchange put = cpo.put(connector, Parts.text(plain, "id"), Pusher.uid(plain, Pusher.A), id);
            probe.claim(requirement)
                    .on(put)
                    .holds(put.accepted(), "accepted: " + field + " " + connector.path(field), put.outcome());
        }
    }

    @Proves(value = "LOC-170", sut = SutRole.EMSP)
    void a_status_schedule_may_be_open_ended(Probe probe) {
        location(
                probe,
                "LOC-170",
                "a status_schedule entry without period_end",
                location -> ((ObjectNode) location.path("evses").get(0))
                        .putArray("status_schedule")
                        .addObject()
                        .put("period_begin", "2035-01-01T00:00:00Z")
                        .put("status", "INOPERATIVE"));
    }

    @Proves(value = "LOC-152", sut = SutRole.EMSP)
    void many_images_are_accepted(Probe probe) {
        location(probe, "LOC-152", "20 images, 10 of one category", location -> {
            ArrayNode images = location.putArray("images");
            for (int number = 0; number < 20; number++) {
                images.addObject()
                        .put("url", "https://tester.example/images/" + number + ".png")
                        .put(
                                "category",
                                number < 10
                                        ? "CHARGER"
                                        : List.of("LOCATION", "ENTRANCE").get(number % 2))
                        .put("type", "png");
            }
        });
    }

    @Proves(value = "LOC-100", sut = SutRole.EMSP)
    void a_removed_evse_may_come_without_its_evse_id(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            cpo.require(location);
            cpo.stored(location);
            String id = Parts.text(location, "id");
            String uid = Pusher.uid(location, Pusher.A);
            ObjectNode removed = cpo.evse(uid).put("status", "REMOVED").put("last_updated", cpo.moment(2));
            removed.remove("evse_id");
            WireExchange put = cpo.put(removed, id, uid);
            probe.claim("LOC-100").on(put).holds(put.accepted(), "accepted without evse_id", put.outcome());
            WireExchange get = cpo.get(data -> Parts.absent(data.path("evse_id")), id, uid);
            if (put.accepted() && get.accepted()) {
                JsonNode evseId = get.data().path("evse_id");
                probe.claim("LOC-100").on(get).at("/data/evse_id").holds(Parts.absent(evseId), "no evse_id", evseId);
            }
        }
    }
}
