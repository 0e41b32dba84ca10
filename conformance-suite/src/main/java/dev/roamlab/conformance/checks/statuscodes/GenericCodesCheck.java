package dev.roamlab.conformance.checks.statuscodes;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Moment;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Codes for which no more specific one applies. Spec: status_codes_2xxx_client_errors, status_codes_3xxx_server_errors. */
@Checks(module = CatalogueModule.STATUS_CODES)
final class GenericCodesCheck {
    private static final Map<String, String> OBJECTS =
            Map.of("tokens", "Token", "locations", "Location", "tariffs", "Tariff", "sessions", "Session");

    @Proves(value = "STC-017", stage = Stage.FINAL)
    void the_generic_client_error_is_for_what_has_no_code(Probe probe) {
        for (WireExchange answer : answers(probe)) {
            if (answer.ocpiStatus().filter(code -> code == 2000).isPresent()) {
                Optional<String> specific = specific(probe, answer);
                probe.claim("STC-017")
                        .on(answer)
                        .at("/status_code")
                        .holds(specific.isEmpty(), specific.orElse("2000"), 2000);
            }
        }
    }

    /** The code that says more, where the request shows by itself what is wrong with it. */
    private static Optional<String> specific(Probe probe, WireExchange answer) {
        Target target = answer.target().orElseThrow();
        if (target.rest().contains("LAB-UNKNOWN-UID")) {
            return Optional.of("2004, for the token is unknown");
        }
        if (answer.requestBody().json().path("location_id").asText().equals("LAB-DOES-NOT-EXIST")) {
            return Optional.of("2003, for the location is unknown");
        }
        if (answer.method().equals("GET") && badQuery(answer)) {
            return Optional.of("2001, for a parameter is invalid");
        }
        return Optional.of("2001, for the object is incomplete or invalid")
                .filter(invalid -> isWholeObject(answer, target) && !isValid(probe, answer, target));
    }

    private static boolean badQuery(WireExchange answer) {
        String query = Optional.ofNullable(answer.uri().getRawQuery()).orElse("");
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
            boolean moment = parts[0].equals("date_from") || parts[0].equals("date_to");
            boolean number = parts[0].equals("limit") || parts[0].equals("offset");
            if (moment && Moment.of(value).isEmpty() || number && !value.matches("[0-9]+")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWholeObject(WireExchange answer, Target target) {
        return answer.method().equals("PUT")
                && OBJECTS.containsKey(target.module())
                && target.rest().size() == 3
                && answer.requestBody().json().isObject();
    }

    private static boolean isValid(Probe probe, WireExchange answer, Target target) {
        return ObjectSchemas.of(probe.version())
                .check(OBJECTS.get(target.module()), answer.requestBody().json())
                .findings()
                .stream()
                .allMatch(finding -> finding.warnsOnly());
    }

    /** Nothing makes a system fail on purpose; what it answers when it does, by itself, is judged. */
    @Proves(value = "STC-025", stage = Stage.FINAL)
    void a_server_error_is_3000_in_an_envelope(Probe probe) {
        for (WireExchange answer : answers(probe)) {
            if (answer.ocpiStatus().filter(code -> code / 1000 == 3).isPresent()) {
                probe.claim("STC-025")
                        .on(answer)
                        .at("/status_code")
                        .holdsOrWarns(answer.status() / 100 == 2, "HTTP 200 with a 3xxx code", answer.outcome());
            } else if (answer.status() == 500 && isWellFormed(probe, answer)) {
                probe.claim("STC-025")
                        .on(answer)
                        .deviates("HTTP 200 and status_code 3000, or HTTP 503", answer.outcome());
            }
        }
    }

    private static boolean isWellFormed(Probe probe, WireExchange answer) {
        Target target = answer.target().orElseThrow();
        return answer.method().equals("GET") && !badQuery(answer)
                || isWholeObject(answer, target) && isValid(probe, answer, target);
    }

    private static List<WireExchange> answers(Probe probe) {
        return probe.evidence()
                .answers(exchange -> exchange.target()
                        .filter(target -> target.version().map(probe::is).orElse(true))
                        .isPresent());
    }
}
