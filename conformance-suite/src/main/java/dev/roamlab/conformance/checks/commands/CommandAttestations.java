package dev.roamlab.conformance.checks.commands;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Attestation;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;

/** What a CPO knows about its charge points and no command shows. Spec: mod_commands_startsession_object. */
@Checks(module = CatalogueModule.COMMANDS)
final class CommandAttestations {
    @Proves(value = "CMD-067", stage = Stage.ASKING, sut = SutRole.CPO)
    void connectors_of_ocpp_1_are_evses(Probe probe) {
        Attestation.decide(
                probe,
                "CMD-067",
                "Take an OCPP 1.x charge point with two connectors: are there two EVSEs with one "
                        + "connector each in OCPI, and does START_SESSION for the second EVSE start the second "
                        + "connector? (Nothing of the kind in your system: cannot say.)");
    }
}
