package dev.roamlab.conformance.checks.types;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The envelopes around all answers, which are no objects of a module. Spec: types_datetime_type, terminology_variable_names. */
@Checks(module = CatalogueModule.TYPES)
final class EnvelopesCheck {
    private static final Set<String> FIELDS = Set.of("data", "status_code", "status_message", "timestamp");
    private static final String DATE_TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,5})?Z?";
    private static final int LONGEST = 25;

    @Proves(
            value = {"TYP-013", "TYP-014", "TYP-015", "TYP-016", "TYP-025", "TYP-042"},
            stage = Stage.FINAL)
    void envelopes_keep_to_the_types(Probe probe) {
        for (WireExchange answer : probe.evidence().answers(exchange -> isOf(probe, exchange))) {
            JsonNode envelope = answer.responseBody().json();
            names(probe, answer, envelope);
            code(probe, answer, envelope.path("status_code"));
            timestamp(probe, answer, envelope.path("timestamp"));
        }
    }

    private static boolean isOf(Probe probe, WireExchange exchange) {
        return exchange.responseBody().json().isObject()
                && exchange.target()
                        .flatMap(target -> target.version())
                        .filter(probe::is)
                        .isPresent();
    }

    private static void names(Probe probe, WireExchange answer, JsonNode envelope) {
        envelope.fieldNames().forEachRemaining(name -> {
            String plain = plain(name);
            FIELDS.stream()
                    .filter(field -> plain(field).equals(plain))
                    .forEach(field ->
                            probe.claim("TYP-042").on(answer).at("/" + name).holds(name.equals(field), field, name));
        });
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static void code(Probe probe, WireExchange answer, JsonNode code) {
        if (!code.isMissingNode() && !code.isNull()) {
            probe.claim("TYP-025").on(answer).at("/status_code").holds(code.isNumber(), "a JSON number", code);
        }
    }

    private static void timestamp(Probe probe, WireExchange answer, JsonNode timestamp) {
        if (timestamp.isMissingNode() || timestamp.isNull()) {
            return;
        }
        String text = timestamp.asText();
        boolean zero = text.matches(".*[+-]00:?00");
        boolean offset = text.matches(".*T.*[+-]\\d{2}:?\\d{2}");
        for (String requirement : List.of("TYP-014", "TYP-015")) {
            boolean wrong = requirement.equals("TYP-015") ? zero : offset;
            probe.claim(requirement).on(answer).at("/timestamp").holds(!wrong, "UTC with Z or no suffix", timestamp);
        }
        probe.claim("TYP-016")
                .on(answer)
                .at("/timestamp")
                .holds(text.length() <= LONGEST, "at most 25 characters", timestamp);
        // An offset and a length have rules of their own.
        if (!offset && text.length() <= LONGEST) {
            probe.claim("TYP-013")
                    .on(answer)
                    .at("/timestamp")
                    .holds(timestamp.isTextual() && text.matches(DATE_TIME), "a DateTime", timestamp);
        }
    }
}
