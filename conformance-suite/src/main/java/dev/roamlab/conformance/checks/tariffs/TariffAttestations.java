package dev.roamlab.conformance.checks.tariffs;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Attestation;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;

/** What becomes of tariffs that change. Spec: mod_tariffs_tariff_object. */
@Checks(module = CatalogueModule.TARIFFS)
final class TariffAttestations {
    @Proves(value = "TAR-053", stage = Stage.ASKING, sut = SutRole.CPO)
    void running_sessions_keep_their_tariff(Probe probe) {
        Attestation.decide(
                probe,
                "TAR-053",
                "When a connector gets another tariff while a session runs there: does the session "
                        + "keep the tariff with which it began, so that all periods of its CDR have the first "
                        + "tariff_id?");
    }

    @Proves(value = "TAR-058", stage = Stage.ASKING, sut = SutRole.CPO)
    void old_and_new_tariff_stand_side_by_side(Probe probe) {
        Attestation.decide(
                probe,
                "TAR-058",
                "Can a connector of yours list an expiring and a following tariff together, and is a "
                        + "session that begins before the change priced with the old one, a session that begins "
                        + "after it with the new one?");
    }
}
