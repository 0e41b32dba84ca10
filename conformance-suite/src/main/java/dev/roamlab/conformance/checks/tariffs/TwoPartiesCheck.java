package dev.roamlab.conformance.checks.tariffs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.EnrolmentFailed;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireTrouble;
import java.util.List;
import java.util.Map;

/** Two CPOs on one platform of ours, as an eMSP must tell them apart. Spec: mod_tariffs_emsp_interface. */
@Checks(module = CatalogueModule.TARIFFS)
final class TwoPartiesCheck {
    @Proves(value = "TAR-015", stage = Stage.DESTRUCTIVE, sut = SutRole.EMSP)
    void one_id_of_two_parties_is_two_tariffs(Probe probe) {
        String tokenA = probe.trigger("invite", Map.of()).path("token").asText();
        if (tokenA.isEmpty()) {
            throw probe.inconclusive("the trigger invite gave no token");
        }
        String country = probe.us().countryCode();
        List<Party> parties = List.of(new Party(country, "ZT1"), new Party(country, "ZT2"));
        Platform platform =
                probe.tester().another(parties.get(0), setup -> setup.empty().party(parties.get(1)));
        try {
            probe.tester().enrolment(platform).register(probe.version(), tokenA);
        } catch (EnrolmentFailed failed) {
            throw probe.skip("a platform with two parties could not register: " + failed.getMessage());
        }
        try {
            apart(probe, platform, parties);
        } finally {
            leave(probe, platform);
        }
    }

    private static void apart(Probe probe, Platform platform, List<Party> parties) {
        ObjectNode one = tariff(probe, parties.get(0), "0.31", "");
        ObjectNode other = tariff(probe, parties.get(1), "0.32", one.path("id").asText());
        for (ObjectNode tariff : List.of(one, other)) {
            WireExchange answer =
                    slot(probe, platform, "PUT", tariff).body(tariff).send();
            if (!answer.accepted()) {
                throw probe.skip("a valid Tariff was not accepted: " + answer.outcome());
            }
        }
        for (ObjectNode tariff : List.of(one, other)) {
            kept(probe, platform, tariff);
        }
        slot(probe, platform, "DELETE", one).send();
        kept(probe, platform, other);
        slot(probe, platform, "DELETE", other).send();
    }

    private static void kept(Probe probe, Platform platform, ObjectNode tariff) {
        WireExchange got = probe.readBack(
                () -> slot(probe, platform, "GET", tariff),
                answer -> Alike.lacking(tariff.path("elements"), answer.data().path("elements"))
                        .isEmpty());
        probe.claim("TAR-015")
                .on(got)
                .at("/data/elements")
                .holds(
                        got.accepted()
                                && Alike.lacking(
                                                tariff.path("elements"),
                                                got.data().path("elements"))
                                        .isEmpty(),
                        "the Tariff of " + tariff.path("party_id").asText(),
                        got.accepted() ? got.data() : got.outcome());
    }

    private static ObjectNode tariff(Probe probe, Party party, String price, String id) {
        ObjectNode tariff = probe.platform().samples().tariffs().perKwh(probe.version(), price);
        tariff.put("country_code", party.countryCode()).put("party_id", party.partyId());
        return id.isEmpty() ? tariff : tariff.put("id", id);
    }

    private static Call slot(Probe probe, Platform platform, String method, ObjectNode tariff) {
        String party = tariff.path("party_id").asText();
        return probe.callAs(platform, method, probe.endpoint("tariffs", Side.RECEIVER))
                .header("OCPI-from-party-id", party)
                .path(
                        tariff.path("country_code").asText(),
                        party,
                        tariff.path("id").asText());
    }

    private static void leave(Probe probe, Platform platform) {
        try {
            probe.tester().enrolment(platform).unregister();
        } catch (WireTrouble | EnrolmentFailed away) {
            platform.unrelated();
        }
    }
}
