package dev.roamlab.conformance.checks.cdrs;

import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;

/** The calls of a CPO under test on our CDRs interface. */
final class Pushes {
    private Pushes() {}

    static boolean isOurs(Probe probe, WireExchange call) {
        return call.fromSut()
                && call.target()
                        .filter(target -> target.is("cdrs", Side.RECEIVER)
                                && target.version()
                                        .filter(version -> version != probe.version())
                                        .isEmpty())
                        .isPresent();
    }

    static List<WireExchange> all(Probe probe) {
        return probe.evidence().received(call -> isOurs(probe, call));
    }

    static List<WireExchange> cdrs(Probe probe) {
        return all(probe).stream().filter(call -> call.method().equals("POST")).toList();
    }
}
