package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.tester.Shelf;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Map;

/** What an eMSP makes of a full list. Spec: mod_locations_get_list_response_data. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationsPullCheck {
    @Proves(value = "LOC-033", stage = Stage.DRIVEN, sut = SutRole.EMSP)
    void a_full_list_replaces_what_was_known(Probe probe) {
        if (!probe.offers("locations", Side.RECEIVER)) {
            throw probe.inconclusive("without a Receiver interface what the eMSP holds cannot be seen");
        }
        Shelf shelf = probe.platform().owned("locations");
        ObjectNode location = probe.platform().samples().locations().street(probe.version(), "Before", List.of());
        String id = Parts.text(location, "id");
        shelf.put(location);
        try {
            pull(probe, id, "Before");
            WireExchange first = get(probe, id, "Before");
            if (!Parts.text(first.data(), "name").equals("Before")) {
                throw probe.inconclusive("what was pulled does not show on the Receiver interface: " + first.outcome());
            }
            shelf.change(id, known -> known.without("name"))
                    .map(changed -> changed.put("last_updated", Moments.now()))
                    .ifPresent(shelf::put);
            pull(probe, id, "");
            WireExchange after = get(probe, id, "");
            probe.claim("LOC-033")
                    .on(after)
                    .at("/data/name")
                    .holds(
                            Parts.absent(after.data().path("name")),
                            "no name, as in the list",
                            after.data().path("name"));
        } finally {
            shelf.remove(id);
        }
    }

    /** Only what the system has really read, in full, can be held against it. */
    private static void pull(Probe probe, String id, String name) {
        int mark = probe.evidence().mark();
        probe.trigger("pull", Map.of("module", "locations", "full", true));
        boolean pulled = probe.platform()
                .await(
                        mark,
                        exchange -> shows(exchange, id, name),
                        probe.sut().timings().reaction())
                .isPresent();
        if (!pulled) {
            throw probe.inconclusive("no full list of our Locations was pulled without date_from");
        }
    }

    private static boolean shows(WireExchange exchange, String id, String name) {
        return exchange.method().equals("GET")
                && exchange.target()
                        .filter(target -> target.is("locations", Side.SENDER))
                        .isPresent()
                && !String.valueOf(exchange.uri().getQuery()).contains("date_from")
                && Parts.with("id", id, Parts.objects(exchange.data()))
                        .filter(location -> Parts.text(location, "name").equals(name))
                        .isPresent();
    }

    private static WireExchange get(Probe probe, String id, String name) {
        return probe.readBack(
                () -> probe.get(probe.endpoint("locations", Side.RECEIVER))
                        .path(probe.us().countryCode(), probe.us().partyId(), id),
                answer -> answer.accepted() && Parts.text(answer.data(), "name").equals(name));
    }
}
