package dev.roamlab.conformance.checks.cdrs;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Attestation;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;

/** What is measured and no CDR shows. Spec: mod_cdrs_cdrdimensiontype_enum. */
@Checks(module = CatalogueModule.CDRS)
final class CdrAttestations {
    @Proves(value = "CDR-102", stage = Stage.ASKING, sut = SutRole.CPO)
    void waiting_for_power_is_no_parking(Probe probe) {
        Attestation.decide(
                probe,
                "CDR-102",
                "When an EVSE offers a vehicle no power for some minutes although the vehicle asks "
                        + "for it (smart charging at 0 A, say): are these minutes left out of PARKING_TIME in "
                        + "the CDR? Answer no if they are counted there.");
    }
}
