package dev.roamlab.conformance.checks.credentials;

import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.tester.EnrolmentFailed;
import dev.roamlab.conformance.tester.Platform;
import dev.roamlab.conformance.tester.PlatformSetup;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireTrouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A further platform of ours that has invited the system: the operator lets the system register there. What came of it is
 * unregistered when this is closed.
 */
final class Host implements AutoCloseable {
    private final Probe probe;
    private final Platform platform;
    private final String tokenA;

    private Host(Probe probe, Platform platform) {
        this.probe = probe;
        this.platform = platform;
        this.tokenA = platform.invite();
    }

    /** A platform that is ready to be registered with. */
    static Host inviting(Probe probe, Consumer<PlatformSetup> setup) {
        return new Host(probe, probe.tester().another(Newcomer.party(probe), setup));
    }

    /** One that speaks the version under test and no other. */
    static Host inviting(Probe probe) {
        return inviting(probe, setup -> setup.empty().versions(probe.version().spelling()));
    }

    Platform platform() {
        return platform;
    }

    String tokenA() {
        return tokenA;
    }

    /**
     * Has the operator register the system here, and waits for it.
     *
     * @return whether a registration came about; when not, calls have come at least, or what is undecided is inconclusive
     */
    boolean register() {
        Map<String, String> params =
                Map.of("versions_url", platform.versionsUrl().toString(), "token", tokenA);
        try {
            probe.trigger("register", params);
        } catch (TriggerUnavailable failed) {
            // The operator's side may well report that the registration failed: the calls show why.
            if (calls().isEmpty()) {
                throw failed;
            }
            return platform.relation().isPresent();
        }
        boolean registered = probe.eventually(
                probe.sut().timings().reaction(), () -> platform.relation().isPresent());
        if (calls().isEmpty()) {
            throw probe.inconclusive("the trigger register was pulled, and no call came");
        }
        return registered;
    }

    /** All calls of the system at this platform, in the order in which they came. */
    List<WireExchange> calls() {
        return platform.received(call -> true).stream()
                .sorted(java.util.Comparator.comparing(WireExchange::at))
                .toList();
    }

    /** The first call with this method at a document. */
    Optional<WireExchange> first(String method, String module) {
        return calls().stream()
                .filter(call -> call.method().equals(method)
                        && call.target()
                                .filter(target -> target.module().equals(module))
                                .isPresent())
                .findFirst();
    }

    @Override
    public void close() {
        if (platform.relation().isPresent()) {
            try {
                probe.tester().enrolment(platform).unregister();
            } catch (WireTrouble | EnrolmentFailed away) {
                platform.unrelated();
            }
        }
    }
}
