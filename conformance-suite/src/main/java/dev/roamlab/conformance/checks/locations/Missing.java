package dev.roamlab.conformance.checks.locations;

import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.WireExchange;

/** What a GET of something that is not there should look like. Spec: status_codes_status_codes. */
final class Missing {
    private Missing() {}

    static void judge(Probe probe, String requirement, WireExchange answer) {
        probe.claim(requirement).on(answer).holds(answer.status() == 404, "HTTP 404", answer.outcome());
        boolean success = answer.ocpiStatus().filter(code -> code / 1000 == 1).isPresent();
        boolean data = answer.data().isObject() && !answer.data().isEmpty();
        probe.claim(requirement)
                .on(answer)
                .holds(!success && !data, "no data and no status_code 1xxx", answer.outcome() + " " + answer.data());
    }
}
