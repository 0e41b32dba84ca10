package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sorts the evidence for the rules of the transport chapter. */
final class Messages {
    /** Modules whose messages carry no routing headers. */
    static final Set<String> CONFIGURATION = Set.of("versions", "version_details", "credentials", "hubclientinfo");

    static final List<String> ROUTING =
            List.of("OCPI-from-country-code", "OCPI-from-party-id", "OCPI-to-country-code", "OCPI-to-party-id");

    private Messages() {}

    /** The system's calls at our endpoints of the version under test, or at our versions list. */
    static List<WireExchange> calls(Probe probe) {
        return probe.evidence().received(exchange -> exchange.target().isPresent() && concerns(probe, exchange));
    }

    /** The system's answers at its endpoints of the version under test, and at its versions list. */
    static List<WireExchange> answers(Probe probe) {
        return probe.evidence().answers(exchange -> exchange.target().isPresent() && concerns(probe, exchange));
    }

    private static boolean concerns(Probe probe, WireExchange exchange) {
        return exchange.target().orElseThrow().version().map(probe::is).orElse(true);
    }

    /** Answers with HTTP 2xx and a body. */
    static List<WireExchange> successes(Probe probe) {
        return answers(probe).stream()
                .filter(answer ->
                        answer.status() / 100 == 2 && !answer.responseBody().isEmpty())
                .toList();
    }

    static boolean isConfiguration(WireExchange exchange) {
        return CONFIGURATION.contains(exchange.target().orElseThrow().module());
    }

    static String module(WireExchange exchange) {
        return exchange.target().orElseThrow().module();
    }

    /** The moment that a text in OCPI's DateTime form means: with Z, or without a suffix. */
    static Optional<Instant> moment(JsonNode value) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        String text = value.textValue();
        try {
            return Optional.of(Instant.parse(text.endsWith("Z") ? text : text + "Z"));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
