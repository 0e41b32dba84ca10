package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.Set;

/** What stands in answers with an HTTP error. Spec: transport_and_format_response_format. */
@Checks(module = CatalogueModule.TRANSPORT)
final class ErrorEnvelopeCheck {
    /** What a platform itself answers; other statuses may come from something in front of it. */
    private static final Set<Integer> OWN = Set.of(400, 401, 404, 405);

    @Proves(value = "TRN-081", stage = Stage.FINAL)
    void http_errors_have_an_envelope(Probe probe) {
        for (WireExchange answer : Messages.answers(probe)) {
            if (OWN.contains(answer.status())) {
                envelope(probe, answer, answer.responseBody().json());
            }
        }
    }

    private static void envelope(Probe probe, WireExchange answer, JsonNode root) {
        Claim claim = probe.claim("TRN-081").on(answer);
        String status = "HTTP " + answer.status();
        if (!claim.holds(root.isObject(), "an envelope with the " + status, "another body, or none")) {
            return;
        }
        JsonNode code = root.path("status_code");
        claim.at("/status_code")
                .holds(
                        code.isIntegralNumber() && code.intValue() / 1000 != 1,
                        "a status_code that is no success, with " + status,
                        code);
        claim.at("/timestamp")
                .holds(
                        Messages.moment(root.path("timestamp")).isPresent(),
                        "timestamp as a DateTime, with " + status,
                        root.path("timestamp"));
    }
}
