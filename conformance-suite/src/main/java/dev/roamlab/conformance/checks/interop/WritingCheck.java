package dev.roamlab.conformance.checks.interop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the system writes, in all of the run. Spec: types_datetime_type, status_codes_status_codes. */
@Checks(module = CatalogueModule.INTEROP)
final class WritingCheck {
    private static final Pattern TOO_FINE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{4,}.*");
    /** A method that is not there, and what gateways say. */
    private static final Set<Integer> NOT_BROKEN = Set.of(501, 502, 503, 504);

    @Proves(value = "INT-008", stage = Stage.FINAL)
    void nothing_makes_http_500(Probe probe) {
        for (WireExchange answer : probe.evidence().answers(one -> isOf(probe, one))) {
            probe.claim("INT-008")
                    .on(answer)
                    .holds(
                            answer.status() < 500 || NOT_BROKEN.contains(answer.status()),
                            "HTTP 4xx or an OCPI status code",
                            answer.outcome());
        }
    }

    private static boolean isOf(Probe probe, WireExchange exchange) {
        return exchange.target()
                .filter(target -> target.version().map(probe::is).orElse(true))
                .isPresent();
    }

    @Proves(value = "INT-011", stage = Stage.FINAL)
    void datetimes_have_at_most_three_decimals(Probe probe) {
        for (SeenObject object : probe.seen().all()) {
            if (object.isOwn()) {
                Optional<String> fine = tooFine(object.json());
                probe.claim("INT-011").on(object).holds(fine.isEmpty(), "at most three decimals", fine.orElse(""));
            }
        }
    }

    private static Optional<String> tooFine(JsonNode json) {
        if (json.isTextual()) {
            return Optional.of(json.textValue())
                    .filter(text -> TOO_FINE.matcher(text).matches());
        }
        for (JsonNode child : json) {
            Optional<String> found = tooFine(child);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
