package dev.roamlab.conformance.checks.statuscodes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The status codes in all envelopes of the run. Spec: status_codes_status_codes. */
@Checks(module = CatalogueModule.STATUS_CODES)
final class EnvelopeCodesCheck {
    private static final Set<Integer> DEFINED =
            Set.of(1000, 2000, 2001, 2002, 2003, 2004, 3000, 3001, 3002, 3003, 4000, 4001, 4002, 4003);
    private static final Set<String> STANDARD = Set.of(
            "versions",
            "version_details",
            "credentials",
            "locations",
            "sessions",
            "cdrs",
            "tariffs",
            "tokens",
            "commands",
            "chargingprofiles",
            "hubclientinfo");

    @Proves(
            value = {"STC-009", "STC-011", "STC-035"},
            stage = Stage.FINAL)
    void only_defined_codes_are_used(Probe probe) {
        for (WireExchange answer : answers(probe)) {
            Optional<Integer> code = answer.ocpiStatus();
            if (code.isEmpty()) {
                continue;
            }
            boolean custom = code.get() % 1000 >= 900 && code.get() >= 1000 && code.get() < 5000;
            probe.claim("STC-011")
                    .on(answer)
                    .at("/status_code")
                    .holds(!custom, "no code of the custom ranges", code.get());
            probe.claim("STC-009")
                    .on(answer)
                    .at("/status_code")
                    .holds(DEFINED.contains(code.get()) || custom, "a defined status code", code.get());
            probe.claim("STC-035")
                    .on(answer)
                    .at("/status_code")
                    .holds(code.get() / 1000 != 4, "no 4xxx from a system that is no hub", code.get());
        }
    }

    @Proves(
            value = {"STC-008", "STC-012", "STC-013", "STC-016"},
            stage = Stage.FINAL)
    void successes_have_code_and_data(Probe probe) {
        for (WireExchange answer : answers(probe)) {
            if (answer.status() / 100 == 2) {
                probe.claim("STC-008")
                        .on(answer)
                        .holds(answer.ocpiStatus().isPresent(), "a body with an integer status_code", answer.outcome());
            }
            answer.ocpiStatus().ifPresent(code -> code(probe, answer, code));
        }
    }

    /** Whoever gives the objects that were asked for has understood the request, whatever the code says. */
    @Proves(value = "STC-010", stage = Stage.FINAL)
    void a_list_that_is_given_is_a_success(Probe probe) {
        for (WireExchange answer : answers(probe)) {
            JsonNode data = answer.data();
            if (answer.method().equals("GET")
                    && answer.status() == 200
                    && data.isArray()
                    && data.path(0).has("last_updated")) {
                answer.ocpiStatus()
                        .ifPresent(code -> probe.claim("STC-010")
                                .on(answer)
                                .at("/status_code")
                                .holds(code / 1000 == 1, "1xxx for a list with the objects asked for", code));
            }
        }
    }

    private static void code(Probe probe, WireExchange answer, int code) {
        if (answer.status() / 100 == 2 && (code / 1000 == 1 || code < 1000)) {
            probe.claim("STC-016").on(answer).at("/status_code").holds(code == 1000, "1000", code);
        }
        JsonNode data = answer.data();
        boolean present = !data.isMissingNode() && !data.isNull();
        if (code == 1000 && hasData(answer)) {
            Claim claim = probe.claim("STC-012").on(answer).at("/data");
            claim.holds(present, "data", "none");
        } else if (code / 1000 != 1) {
            probe.claim("STC-013").on(answer).held();
        }
    }

    /** Lists and single objects, versions, details and credentials: methods whose answer has data. */
    private static boolean hasData(WireExchange answer) {
        String module = answer.target().orElseThrow().module();
        return answer.method().equals("GET")
                || module.equals("credentials") && List.of("POST", "PUT").contains(answer.method());
    }

    private static List<WireExchange> answers(Probe probe) {
        return probe.evidence()
                .answers(exchange -> exchange.target()
                        .filter(target -> STANDARD.contains(target.module()))
                        .filter(target -> target.version().map(probe::is).orElse(true))
                        .isPresent());
    }
}
