package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Attestation;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import java.util.ArrayList;
import java.util.List;

/** Whether what a CPO's Locations say is true on the ground: the operator is asked about what we found there. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationWordsAttestations {
    /** Nobody walks to more places than that for a test. */
    private static final int ASKED = 3;

    @Proves(value = "LOC-115", stage = Stage.ASKING, sut = SutRole.CPO)
    void drive_through_is_true_for_all_vehicles(Probe probe) {
        List<String> found = new ArrayList<>();
        for (JsonNode location : probe.crawl("locations").objects()) {
            for (JsonNode parking : Parts.objects(location.path("parking_places"))) {
                if (parking.path("drive_through").asBoolean(false)
                        && parking.path("vehicle_types").size() > 1) {
                    found.add("Location " + Parts.text(location, "id") + ", parking " + Parts.text(parking, "id")
                            + " for " + Parts.strings(parking.path("vehicle_types")));
                }
            }
        }
        Attestation.decide(
                probe,
                "LOC-115",
                "These parking places are listed with drive_through true: "
                        + some(probe, found, "parking place with drive_through true and several vehicle types")
                        + ". Can every vehicle type named there drive in, charge and leave without reversing?");
    }

    @Proves(value = "LOC-125", stage = Stage.ASKING, sut = SutRole.CPO)
    void what_a_connector_can_do_drivers_can_use(Probe probe) {
        List<String> found = new ArrayList<>();
        for (JsonNode location : probe.crawl("locations").objects()) {
            for (JsonNode evse : Parts.evses(location)) {
                for (JsonNode connector : Parts.connectors(evse)) {
                    if (!Parts.absent(connector.path("capabilities"))) {
                        found.add("Location " + Parts.text(location, "id") + ", EVSE " + Parts.text(evse, "uid")
                                + ", connector " + Parts.text(connector, "id") + ": "
                                + Parts.strings(connector.path("capabilities")));
                    }
                }
            }
        }
        Attestation.decide(
                probe,
                "LOC-125",
                "These connectors are listed with capabilities: " + some(probe, found, "connector with capabilities")
                        + ". Can a driver really use each of them there today, with a contract certificate where it is about"
                        + " plug and charge?");
    }

    private static String some(Probe probe, List<String> found, String kind) {
        if (!probe.offers("locations", Side.SENDER) || found.isEmpty()) {
            throw probe.inconclusive("no " + kind + " is listed");
        }
        return String.join("; ", found.subList(0, Math.min(ASKED, found.size())));
    }
}
