package dev.roamlab.conformance.checks.locations;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Attestation;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;

/** What a CPO knows about its places and no list of Locations shows. Spec: mod_locations_object_description. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationAttestations {
    @Proves(value = "LOC-012", stage = Stage.ASKING, sut = SutRole.CPO)
    void private_places_are_held_back(Probe probe) {
        Attestation.decide(
                probe,
                "LOC-012",
                "Does your system keep every private charging place, one that is not meant for public "
                        + "charging and that no partner's drivers use by an app, out of all OCPI lists and "
                        + "pushes? Answer no if one of them reaches partners. (Nothing of the kind in your "
                        + "system: cannot say.)");
    }

    @Proves(value = "LOC-013", stage = Stage.ASKING, sut = SutRole.CPO)
    void places_closed_to_roaming_are_held_back(Probe probe) {
        Attestation.decide(
                probe,
                "LOC-013",
                "Does your system keep every place that is open neither to the public nor to roaming "
                        + "out of all OCPI lists and pushes? Answer no if one of them reaches partners. "
                        + "(Nothing of the kind in your system: cannot say.)");
    }

    @Proves(value = "LOC-016", stage = Stage.ASKING, sut = SutRole.CPO)
    void virtual_evses_go_together(Probe probe) {
        Attestation.decide(
                probe,
                "LOC-016",
                "Take an OCPP 1.x charge point on which only one of several connectors can charge at "
                        + "a time: is each connector an EVSE of its own in OCPI, and do the other EVSEs stop "
                        + "being AVAILABLE when one of them is in use? (Nothing of the kind in your system: "
                        + "cannot say.)");
    }

    @Proves(value = "LOC-084", stage = Stage.ASKING, sut = SutRole.CPO)
    void mixed_places_are_two_locations(Probe probe) {
        Attestation.decide(
                probe,
                "LOC-084",
                "Take a place at which some EVSEs may be shown to the public and others may not: are "
                        + "they two Locations in OCPI, one with publish true and one with publish false, and no "
                        + "EVSE in both? (Nothing of the kind in your system: cannot say.)");
    }

    @Proves(value = "LOC-089", stage = Stage.ASKING, sut = SutRole.CPO)
    void private_points_without_app_are_not_pushed(Probe probe) {
        Attestation.decide(
                probe,
                "LOC-089",
                "Does your system hold back from its pushes every private charge point (at a home or a business) that needs "
                        + "neither to be shown in apps nor to be controlled through OCPI? Answer no if one of them is "
                        + "pushed. (Nothing of the kind in your system: cannot say.)");
    }

    @Proves(value = "LOC-090", stage = Stage.ASKING, sut = SutRole.CPO)
    void limited_groups_are_named(Probe probe) {
        Attestation.decide(
                probe,
                "LOC-090",
                "Take a place that only a closed group or its owner may see in apps: is it sent with "
                        + "publish false, and does publish_allowed_to identify the tokens of exactly this group "
                        + "or owner? (Nothing of the kind in your system: cannot say.)");
    }

    @Proves(value = "LOC-098", stage = Stage.ASKING, sut = SutRole.CPO)
    void moved_hardware_gets_a_new_uid(Probe probe) {
        Attestation.decide(
                probe,
                "LOC-098",
                "When a charge point was moved from one Location to another: does the old Location "
                        + "still hold the old EVSE with status REMOVED, and has the EVSE at the new Location "
                        + "another uid? (Nothing of the kind in your system: cannot say.)");
    }

    @Proves(value = "LOC-110", stage = Stage.ASKING, sut = SutRole.CPO)
    void free_charging_has_a_free_tariff(Probe probe) {
        Attestation.decide(
                probe,
                "LOC-110",
                "Take a connector at which charging costs nothing: does it have tariff_ids, and has "
                        + "every price component of the tariffs named there the price 0? (Nothing of the kind "
                        + "in your system: cannot say.)");
    }

    @Proves(value = "LOC-122", stage = Stage.ASKING, sut = SutRole.CPO)
    void terminals_are_described(Probe probe) {
        Attestation.decide(
                probe,
                "LOC-122",
                "Take an EVSE with a payment terminal: do its capabilities name all that the terminal "
                        + "can do, and nothing else, of CHIP_CARD_SUPPORT, CONTACTLESS_CARD_SUPPORT, "
                        + "CREDIT_CARD_PAYABLE, DEBIT_CARD_PAYABLE and PED_TERMINAL? (Nothing of the kind in "
                        + "your system: cannot say.)");
    }

    @Proves(value = "LOC-123", stage = Stage.ASKING, sut = SutRole.CPO)
    void a_needed_connector_is_announced(Probe probe) {
        Attestation.decide(
                probe,
                "LOC-123",
                "Take an EVSE with several connectors on a charge point without OCPP 2.x, where you "
                        + "have to be told which connector a session shall start at: has the EVSE the "
                        + "capability START_SESSION_CONNECTOR_REQUIRED? (Nothing of the kind in your system: "
                        + "cannot say.)");
    }
}
