package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Incoming;
import dev.roamlab.conformance.tester.Script;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object that the system owns and tells us of, made for one check by its operator: a Location of a CPO, a Token of an eMSP. It
 * can be changed at will, and nobody else's checks wait for it. Taken back as far as triggers go when closed.
 */
final class OwnObject implements AutoCloseable {
    private final Probe probe;
    private final WireExchange put;
    private final String id;
    private int changes;

    private OwnObject(Probe probe, WireExchange put, String id) {
        this.probe = probe;
        this.put = put;
        this.id = id;
    }

    /** Has it made, and waits for its PUT. */
    static OwnObject pushed(Probe probe) {
        int mark = probe.evidence().mark();
        String fact = added(probe);
        WireExchange put = probe.platform()
                .await(
                        mark,
                        call -> call.method().equals("PUT")
                                && call.target()
                                        .filter(target -> target.is(module(probe), Side.RECEIVER)
                                                && target.version()
                                                        .filter(probe::is)
                                                        .isPresent()
                                                && target.rest().size() == 3)
                                        .filter(target -> fact.isEmpty()
                                                || target.rest().get(2).equalsIgnoreCase(fact))
                                        .isPresent(),
                        probe.sut().timings().push())
                .orElseThrow(() -> probe.inconclusive("a new object was made, and no PUT of it came"));
        return new OwnObject(probe, put, put.target().orElseThrow().rest().get(2));
    }

    /** Has one made; its id, when the operator's side tells it. */
    static String added(Probe probe) {
        boolean cpo = probe.role() == SutRole.CPO;
        return probe.trigger(cpo ? "add-location" : "add-token", Map.of())
                .path(cpo ? "location_id" : "uid")
                .asText();
    }

    static String module(Probe probe) {
        return probe.role() == SutRole.CPO ? "locations" : "tokens";
    }

    WireExchange put() {
        return put;
    }

    /** Has a field changed that it has had no two times: the name of a Location, what the operator likes of a Token. */
    void change() {
        changes++;
        if (probe.role() == SutRole.CPO) {
            probe.trigger(
                    "change-location", Map.of("location_id", id, "name", "Tester " + probe.runId() + " " + changes));
        } else {
            probe.trigger("change-token", Map.of("uid", id));
        }
    }

    /** Has something changed that is mostly told by PATCH: the status of an EVSE, or what the operator likes of a Token. */
    void changeALittle() {
        Optional<String> evse = Optional.of(
                        put.requestBody().json().path("evses").path(0).path("uid"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        if (evse.isEmpty()) {
            change();
            return;
        }
        changes++;
        String status = changes % 2 == 1 ? "INOPERATIVE" : "AVAILABLE";
        probe.trigger("set-evse-status", Map.of("location_id", id, "evse_uid", evse.get(), "status", status));
    }

    /** Watches, or answers, what the system tells us of it with one of these methods. */
    Script script(List<String> methods) {
        return probe.platform().script(incoming -> methods.contains(incoming.method()) && isIts(incoming));
    }

    private boolean isIts(Incoming incoming) {
        return incoming.target()
                .filter(target -> target.is(module(probe), Side.RECEIVER))
                .map(Target::rest)
                .filter(rest -> rest.size() >= 3 && rest.get(2).equalsIgnoreCase(id))
                .isPresent();
    }

    @Override
    public void close() {
        try {
            if (probe.role() == SutRole.EMSP) {
                probe.trigger("block-token", Map.of("uid", id));
            } else {
                for (JsonNode evse : put.requestBody().json().path("evses")) {
                    probe.trigger(
                            "remove-evse",
                            Map.of(
                                    "location_id",
                                    id,
                                    "evse_uid",
                                    evse.path("uid").asText()));
                }
            }
        } catch (TriggerUnavailable cannot) {
            // It stays: its operator knows how to remove it.
        }
    }
}
