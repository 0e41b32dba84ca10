package dev.roamlab.conformance.checks.tariffs;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;

/** An eMSP that fetches Tariffs instead of being told. Spec: mod_tariffs_pull_model. */
@Checks(module = CatalogueModule.TARIFFS)
final class TariffsPullCheck {
    @Proves(value = "TAR-004", stage = Stage.DRIVEN, sut = SutRole.EMSP)
    void a_pulled_list_replaces_what_was_known(Probe probe) {
        if (probe.offers("tariffs", Side.RECEIVER)) {
            probe.claim("TAR-004").notApplicable("concerns an eMSP without Push; this one has a Receiver of tariffs");
            return;
        }
        throw probe.inconclusive("an eMSP without a Receiver of tariffs shows nobody which ones it knows");
    }
}
