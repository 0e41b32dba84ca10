package dev.roamlab.conformance.checks.locations;

import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A look at live data. What a working system changes meanwhile must not count against it, so findings are noted first and only
 * stated if they are still there the second time.
 */
final class Attempt {
    private record Finding(
            String requirement,
            WireExchange exchange,
            List<String> at,
            boolean holds,
            boolean warnsOnly,
            String expected,
            Object actual) {}

    private final List<Finding> findings = new ArrayList<>();
    private boolean disturbed;

    private Attempt() {}

    /** Looks once, and where something is wrong or disturbed up to two times more; the last look counts. */
    static void judge(Probe probe, Consumer<Attempt> look) {
        Attempt attempt = new Attempt();
        look.accept(attempt);
        for (int again = 0; again < 2 && !attempt.isFine(); again++) {
            attempt = new Attempt();
            look.accept(attempt);
        }
        attempt.state(probe);
    }

    /** Notes what would be a claim. */
    boolean holds(String requirement, WireExchange on, boolean holds, String expected, Object actual) {
        findings.add(new Finding(requirement, on, List.of("/data"), holds, false, expected, actual));
        return holds;
    }

    /** Notes what would be a claim about headers or fields. */
    boolean holdsAt(String at, String requirement, WireExchange on, boolean holds, String expected, Object actual) {
        findings.add(new Finding(requirement, on, List.of(at), holds, false, expected, actual));
        return holds;
    }

    /** Notes what would be a claim that can only warn. */
    void holdsOrWarns(String requirement, WireExchange on, boolean holds, String expected, Object actual) {
        findings.add(new Finding(requirement, on, List.of("/data"), holds, true, expected, actual));
    }

    /** What was looked at changed on the way: nothing that was noted counts. */
    void disturbed() {
        disturbed = true;
    }

    private boolean isFine() {
        return !disturbed && findings.stream().allMatch(Finding::holds);
    }

    private void state(Probe probe) {
        if (disturbed) {
            throw probe.inconclusive("the system's Locations changed faster than they could be compared");
        }
        for (Finding finding : findings) {
            Claim claim = probe.claim(finding.requirement())
                    .on(finding.exchange())
                    .at(finding.at().toArray(String[]::new));
            if (finding.warnsOnly()) {
                claim.holdsOrWarns(finding.holds(), finding.expected(), finding.actual());
            } else {
                claim.holds(finding.holds(), finding.expected(), finding.actual());
            }
        }
    }
}
