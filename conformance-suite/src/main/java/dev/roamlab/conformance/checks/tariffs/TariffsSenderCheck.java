package dev.roamlab.conformance.checks.tariffs;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.OwnList;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;

/** Tariffs, sender interface: the list that a CPO serves. Spec: mod_tariffs_cpo_interface. */
@Checks(module = CatalogueModule.TARIFFS)
final class TariffsSenderCheck {
    private static final String TARIFFS = "tariffs";

    @Proves(
            value = {"TAR-001", "TAR-005"},
            stage = Stage.FINAL)
    void module_is_listed_with_the_role_that_fits(Probe probe) {
        boolean sender = probe.offers(TARIFFS, Side.SENDER);
        boolean receiver = probe.offers(TARIFFS, Side.RECEIVER);
        boolean cpo = probe.role() == SutRole.CPO;
        if (sender || receiver) {
            probe.claim("TAR-001")
                    .holds(
                            cpo ? sender : receiver,
                            "tariffs with role " + (cpo ? "SENDER" : "RECEIVER"),
                            "tariffs with role " + (cpo ? "RECEIVER" : "SENDER") + " only");
        }
        boolean pushed = !probe.evidence()
                .received(call -> call.method().equals("PUT")
                        && call.target()
                                .filter(target -> target.is(TARIFFS, Side.RECEIVER))
                                .isPresent())
                .isEmpty();
        if (!cpo) {
            probe.claim("TAR-005").holds(receiver, "tariffs with role RECEIVER, so that CPOs can push", "no such role");
        } else if (pushed) {
            probe.claim("TAR-005").held();
        }
    }

    @Proves("TAR-006")
    void interface_has_get_only(Probe probe) {
        new OwnList(probe, TARIFFS)
                .hasGetOnly("TAR-006", probe.platform().samples().tariffs().minimal(probe.version()));
    }

    @Proves("TAR-007")
    void dates_are_optional(Probe probe) {
        new OwnList(probe, TARIFFS).needsNoDates("TAR-007");
    }

    @Proves("TAR-008")
    void date_from_is_inclusive(Probe probe) {
        new OwnList(probe, TARIFFS).dateFromIsInclusive("TAR-008");
    }

    @Proves("TAR-009")
    void date_to_is_exclusive(Probe probe) {
        new OwnList(probe, TARIFFS).dateToIsExclusive("TAR-009");
    }

    @Proves("TAR-010")
    void offset_and_limit_choose_a_place(Probe probe) {
        new OwnList(probe, TARIFFS).pagesByOffset("TAR-010", 2);
    }

    @Proves("TAR-011")
    void pages_carry_their_headers(Probe probe) {
        new OwnList(probe, TARIFFS).carriesPagingHeaders("TAR-011", false);
    }

    @Proves("TAR-012")
    void data_is_an_array(Probe probe) {
        new OwnList(probe, TARIFFS).isAnArray("TAR-012", "Tariff");
    }

    @Proves("TAR-039")
    void ids_occur_once(Probe probe) {
        new OwnList(probe, TARIFFS).listsNothingTwice("TAR-039");
    }
}
