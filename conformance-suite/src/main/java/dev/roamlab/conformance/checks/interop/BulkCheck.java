package dev.roamlab.conformance.checks.interop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.UUID;

/** Much at once, and the same again. Spec: transport_and_format_unique_messageg_ids, mod_locations_put_method. */
@Checks(module = CatalogueModule.INTEROP)
final class BulkCheck {
    private static final int EVSES = 400;

    @Proves("INT-013")
    void a_push_repeated_with_its_ids_does_no_harm(Probe probe) {
        try (Pushed pushed = new Pushed(probe)) {
            ObjectNode object = pushed.fresh();
            String request = UUID.randomUUID().toString();
            String correlation = UUID.randomUUID().toString();
            WireExchange first = sent(pushed, object, request, correlation);
            if (!first.accepted()) {
                throw probe.skip("the system did not take a valid object: " + first.outcome());
            }
            WireExchange second = sent(pushed, object, request, correlation);
            probe.claim("INT-013")
                    .on(second)
                    .holds(second.accepted(), "acceptance, as the first time", second.outcome());
            WireExchange get = probe.readBack(() -> pushed.call("GET", object), WireExchange::accepted);
            probe.claim("INT-013").on(get).holds(get.accepted() && get.data().isObject(), "the object", get.outcome());
        }
    }

    private static WireExchange sent(Pushed pushed, ObjectNode object, String request, String correlation) {
        return pushed.put(object)
                .header("X-Request-ID", request)
                .header("X-Correlation-ID", correlation)
                .send();
    }

    @Proves(value = "INT-014", sut = SutRole.EMSP)
    void a_location_with_hundreds_of_evses_is_taken(Probe probe) {
        try (Pushed pushed = new Pushed(probe)) {
            ObjectNode location = pushed.location();
            pushed.require(location.deepCopy());
            ArrayNode evses = (ArrayNode) location.path("evses");
            ObjectNode pattern = evses.path(0).deepCopy();
            pattern.remove("evse_id");
            for (int number = 1; number < EVSES; number++) {
                evses.add(pattern.deepCopy().put("uid", probe.runId() + "-" + number));
            }
            WireExchange put = pushed.put(location).send();
            probe.claim("INT-014").on(put).holds(put.accepted(), "acceptance of " + EVSES + " EVSEs", put.outcome());
        }
    }
}
