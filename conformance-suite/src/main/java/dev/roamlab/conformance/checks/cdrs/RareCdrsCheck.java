package dev.roamlab.conformance.checks.cdrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Optional;

/** CDRs with values that are rare and valid, as an eMSP must take them. Spec: mod_cdrs_cdr_object. */
@Checks(module = CatalogueModule.CDRS)
final class RareCdrsCheck {
    @Proves(value = "CDR-077", sut = SutRole.EMSP)
    void home_charging_compensation_is_a_flag(Probe probe) {
        for (Optional<Boolean> flag : List.of(Optional.of(true), Optional.of(false), Optional.<Boolean>empty())) {
            ObjectNode cdr = SampleCdrs.of(probe).plain();
            flag.ifPresent(value -> cdr.put("home_charging_compensation", value));
            Posted posted = Posted.of(probe, cdr);
            Claim claim = probe.claim("CDR-077").on(posted.answer());
            boolean taken =
                    claim.holds(posted.accepted(), "acceptance", posted.answer().outcome());
            if (taken && flag.isPresent() && posted.url().isPresent()) {
                WireExchange got = posted.readBack(posted::isIn);
                JsonNode back = got.data().path("home_charging_compensation");
                Claim kept = probe.claim("CDR-077").on(got).at("/data/home_charging_compensation");
                if (Alike.nothing(back)) {
                    kept.warns(flag.get().toString(), back);
                } else {
                    kept.holds(
                            back.isBoolean() && back.booleanValue() == flag.get(),
                            flag.get().toString(),
                            back);
                }
            }
        }
    }

    @Proves(value = "CDR-109", sut = SutRole.EMSP)
    void connector_of_a_pure_reservation_is_ignored(Probe probe) {
        Posted posted = Posted.of(probe, SampleCdrs.of(probe).reservationOnly());
        probe.claim("CDR-109")
                .on(posted.answer())
                .holds(
                        posted.accepted(),
                        "acceptance whatever the connector's data",
                        posted.answer().outcome());
    }

    @Proves(value = "CDR-111", sut = SutRole.EMSP)
    void unknown_connector_standards_are_taken(Probe probe) {
        for (String standard : List.of("SAE_J3400", "MCS", "LAB_PLUG_1")) {
            ObjectNode cdr = SampleCdrs.of(probe).plain();
            ((ObjectNode) cdr.path("cdr_location")).put("connector_standard", standard);
            Posted posted = Posted.of(probe, cdr);
            probe.claim("CDR-111")
                    .on(posted.answer())
                    .holds(
                            posted.accepted(),
                            "acceptance of " + standard,
                            posted.answer().outcome());
        }
    }

    @Proves(value = "CDR-117", sut = SutRole.EMSP)
    void unknown_token_types_are_taken(Probe probe) {
        for (String type : List.of("EMAID", "LAB_TOKEN")) {
            ObjectNode cdr = SampleCdrs.of(probe).plain();
            ((ObjectNode) cdr.path("cdr_token")).put("type", type);
            Posted posted = Posted.of(probe, cdr);
            probe.claim("CDR-117")
                    .on(posted.answer())
                    .holds(
                            posted.accepted(),
                            "acceptance of " + type,
                            posted.answer().outcome());
        }
    }
}
