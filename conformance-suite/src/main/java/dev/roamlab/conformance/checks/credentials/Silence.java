package dev.roamlab.conformance.checks.credentials;

import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Watches that no calls come any more, after a registration has ended. */
final class Silence {
    private static final Duration UNDER_WAY = Duration.ofSeconds(10);

    private Silence() {}

    /**
     * A call that should not have come: one that began when those under way were done. Half of the watch is left to them, ten
     * seconds at most.
     */
    static Optional<WireExchange> broken(Probe probe, Platform platform, WireExchange end) {
        Duration watch = probe.sut().timings().quiet();
        Duration half = watch.dividedBy(2);
        Instant over = end.at().plus(end.took()).plus(half.compareTo(UNDER_WAY) < 0 ? half : UNDER_WAY);
        int mark = probe.evidence().mark();
        platform.await(mark, call -> call.at().isAfter(over), half);
        Optional<String> made = stirred(probe);
        Optional<WireExchange> call = platform.await(mark, one -> one.at().isAfter(over), watch);
        made.ifPresent(id -> tidied(probe, id));
        return call;
    }

    /** Makes something that partners are told of: a system that has nothing to say would be silent anyway. */
    private static Optional<String> stirred(Probe probe) {
        boolean cpo = probe.role() == SutRole.CPO;
        try {
            String id = probe.trigger(cpo ? "add-tariff" : "add-token", Map.of())
                    .path(cpo ? "tariff_id" : "uid")
                    .asText();
            return Optional.of(id).filter(fact -> !fact.isEmpty());
        } catch (TriggerUnavailable cannot) {
            return Optional.empty();
        }
    }

    private static void tidied(Probe probe, String id) {
        boolean cpo = probe.role() == SutRole.CPO;
        try {
            probe.trigger(cpo ? "remove-tariff" : "block-token", Map.of(cpo ? "tariff_id" : "uid", id));
        } catch (TriggerUnavailable cannot) {
            // What was added stays: its operator knows how to remove it.
        }
    }
}
