package dev.roamlab.conformance.checks.cdrs;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.OwnList;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import java.util.List;

/** CDRs, sender interface: the list that a CPO serves. Spec: mod_cdrs_cpo_interface. */
@Checks(module = CatalogueModule.CDRS)
final class CdrsSenderCheck {
    private static final String CDRS = "cdrs";

    @Proves(value = "CDR-001", stage = Stage.FINAL)
    void module_is_listed_with_the_role_that_fits(Probe probe) {
        boolean sender = probe.offers(CDRS, Side.SENDER);
        boolean receiver = probe.offers(CDRS, Side.RECEIVER);
        if (!sender && !receiver) {
            return;
        }
        if (probe.role() == SutRole.CPO) {
            probe.claim("CDR-001").holdsOrWarns(sender, "cdrs with role SENDER", "cdrs with role RECEIVER only");
        } else {
            probe.claim("CDR-001").holds(receiver, "cdrs with role RECEIVER", "cdrs with role SENDER only");
        }
    }

    /** Of what the other checks of this chapter judge without a call of their own, the lists are read here. */
    @Proves(
            value = {"CDR-004", "CDR-023"},
            sut = SutRole.CPO)
    void lists_are_read(Probe probe) {
        for (String module : List.of(CDRS, "locations", "tariffs", "sessions")) {
            if (probe.offers(module, Side.SENDER)) {
                probe.crawl(module);
            }
        }
    }

    @Proves("CDR-022")
    void interface_has_get_only(Probe probe) {
        new OwnList(probe, CDRS).hasGetOnly("CDR-022", SampleCdrs.of(probe).plain());
    }

    @Proves("CDR-024")
    void dates_are_optional(Probe probe) {
        new OwnList(probe, CDRS).needsNoDates("CDR-024");
    }

    @Proves("CDR-025")
    void date_from_is_inclusive(Probe probe) {
        new OwnList(probe, CDRS).dateFromIsInclusive("CDR-025");
    }

    @Proves("CDR-026")
    void date_to_is_exclusive(Probe probe) {
        new OwnList(probe, CDRS).dateToIsExclusive("CDR-026");
    }

    @Proves("CDR-027")
    void offset_and_limit_choose_a_place(Probe probe) {
        new OwnList(probe, CDRS).pagesByOffset("CDR-027", 3);
    }

    @Proves("CDR-028")
    void pages_carry_their_headers_and_keep_the_dates(Probe probe) {
        new OwnList(probe, CDRS).carriesPagingHeaders("CDR-028", true);
    }

    @Proves("CDR-029")
    void data_is_an_array(Probe probe) {
        new OwnList(probe, CDRS).isAnArray("CDR-029", "CDR");
    }

    @Proves("CDR-046")
    void ids_occur_once(Probe probe) {
        new OwnList(probe, CDRS).listsNothingTwice("CDR-046");
    }
}
