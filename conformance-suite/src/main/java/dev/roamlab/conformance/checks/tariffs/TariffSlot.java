package dev.roamlab.conformance.checks.tariffs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.function.Predicate;

/**
 * The place of one of our Tariffs at the Receiver under test.
 *
 * @param id the last segment of its URL
 */
record TariffSlot(Probe probe, Platform as, String id) implements AutoCloseable {
    static TariffSlot of(Probe probe, JsonNode tariff) {
        return new TariffSlot(probe, probe.platform(), tariff.path("id").asText());
    }

    static TariffSlot fresh(Probe probe) {
        return new TariffSlot(
                probe, probe.platform(), probe.platform().samples().id("TAR"));
    }

    WireExchange put(JsonNode tariff) {
        return call("PUT").body(tariff).send();
    }

    WireExchange patch(JsonNode fields) {
        return call("PATCH").body(fields).once().send();
    }

    WireExchange get() {
        return call("GET").send();
    }

    WireExchange delete() {
        return call("DELETE").send();
    }

    /** The stored Tariff, once it is as expected, or as it is after the time for that. */
    WireExchange readBack(Predicate<WireExchange> fits) {
        return probe.readBack(() -> call("GET"), fits);
    }

    /** Stores a Tariff, as prerequisite. */
    TariffSlot stored(ObjectNode tariff) {
        WireExchange answer = put(tariff);
        if (!answer.accepted()) {
            throw probe.skip("a valid Tariff was not accepted: " + answer.outcome());
        }
        return this;
    }

    private Call call(String method) {
        return probe.callAs(as, method, probe.endpoint("tariffs", Side.RECEIVER))
                .path(as.party().countryCode(), as.party().partyId(), id);
    }

    /** Leaves nothing behind. */
    @Override
    public void close() {
        call("DELETE").attempt();
    }
}
