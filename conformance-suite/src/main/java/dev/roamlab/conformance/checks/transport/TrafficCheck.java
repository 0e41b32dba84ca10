package dev.roamlab.conformance.checks.transport;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What every message shows, whatever it is about: bodies, headers, ids. Spec: transport_and_format. */
@Checks(module = CatalogueModule.TRANSPORT)
final class TrafficCheck {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    @Proves(value = "TRN-001", stage = Stage.FINAL)
    void bodies_are_strict_json(Probe probe) {
        for (WireExchange exchange : probe.evidence()
                .where(one -> one.telling() && one.answered() && one.target().isPresent())) {
            boolean ours = !exchange.fromSut() && exchange.status() / 100 != 2;
            if (exchange.sutBody().isEmpty() || ours) {
                continue;
            }
            probe.claim("TRN-001")
                    .on(exchange)
                    .holds(
                            exchange.sutBody().defect().isEmpty(),
                            "a JSON document",
                            exchange.sutBody().defect().orElse(""));
        }
    }

    @Proves(value = "TRN-002", stage = Stage.FINAL)
    void endpoints_are_offered_over_tls(Probe probe) {
        if (!"https".equalsIgnoreCase(probe.published().versionsUrl().getScheme())) {
            probe.claim("TRN-002").notApplicable("the versions URL that the operator gave is plain HTTP: a lab set-up");
            return;
        }
        probe.published()
                .endpoints(probe.version())
                .forEach(endpoint -> probe.claim("TRN-002")
                        .holds("https".equalsIgnoreCase(endpoint.url().getScheme()), "https", endpoint.url()));
        probe.published()
                .listed()
                .forEach(listed -> probe.claim("TRN-002")
                        .holds("https".equalsIgnoreCase(listed.details().getScheme()), "https", listed.details()));
    }

    @Proves(value = "TRN-003", stage = Stage.FINAL)
    void no_client_certificate_is_needed(Probe probe) {
        if (!"https".equalsIgnoreCase(probe.published().versionsUrl().getScheme())) {
            probe.claim("TRN-003").notApplicable("the versions URL that the operator gave is plain HTTP: a lab set-up");
        } else {
            // We have no client certificate: a run over https that got answers has shown it.
            probe.claim("TRN-003").held();
        }
    }

    @Proves(
            value = {"TRN-004", "TRN-005"},
            stage = Stage.FINAL)
    void calls_are_authorized(Probe probe) {
        for (WireExchange call : Messages.calls(probe)) {
            List<String> values = call.requestHeaders().all("Authorization");
            probe.claim("TRN-004")
                    .on(call)
                    .at("Authorization")
                    .holds(values.size() == 1, "one Authorization header", values.size());
            if (values.size() == 1 && !isBare(values.get(0))) {
                probe.claim("TRN-005")
                        .on(call)
                        .at("Authorization")
                        .holds(
                                values.get(0).matches("Token [A-Za-z0-9+/]+={0,2}"),
                                "Token, one space, and the token in Base64",
                                scheme(values.get(0)));
            }
        }
    }

    /** A token that is not encoded has characters, or a form, that Base64 does not have; TRN-006 judges it. */
    private static boolean isBare(String value) {
        return value.startsWith("Token ")
                && !value.substring(6).isBlank()
                && value.substring(6).matches("[\\x21-\\x7E]+")
                && !value.substring(6).matches("[A-Za-z0-9+/]+={0,2}");
    }

    /** The report must not show the secret. */
    private static String scheme(String value) {
        int space = value.indexOf(' ');
        return space < 0 ? "a value without a space" : "'" + value.substring(0, space + 1) + "' and what follows";
    }

    @Proves(
            value = {"TRN-020", "TRN-022"},
            stage = Stage.FINAL)
    void calls_use_ocpis_methods_and_declare_json(Probe probe) {
        for (WireExchange call : Messages.calls(probe)) {
            probe.claim("TRN-020").on(call).holds(METHODS.contains(call.method()), "one of " + METHODS, call.method());
            if (!call.requestBody().isEmpty()) {
                String type = mediaType(call.requestHeaders());
                probe.claim("TRN-022")
                        .on(call)
                        .at("Content-Type")
                        .holds(type.equals("application/json"), "application/json", type);
            }
        }
    }

    @Proves(value = "TRN-059", stage = Stage.FINAL)
    void patches_are_json_objects(Probe probe) {
        for (WireExchange call : Messages.calls(probe)) {
            if (call.method().equals("PATCH")) {
                var body = call.requestBody().json();
                probe.claim("TRN-059")
                        .on(call)
                        .holds(
                                mediaType(call.requestHeaders()).equals("application/json")
                                        && body.isObject()
                                        && !(body.has("op") && body.has("path")),
                                "a JSON object with the changed fields, as application/json",
                                mediaType(call.requestHeaders()) + " " + body);
            }
        }
    }

    @Proves(
            value = {"TRN-091", "TRN-092"},
            stage = Stage.FINAL)
    void configuration_messages_are_not_routed(Probe probe) {
        for (WireExchange call : Messages.calls(probe)) {
            if (Messages.isConfiguration(call)) {
                unrouted(probe.claim("TRN-091").on(call), call.requestHeaders());
            }
        }
        for (WireExchange answer : Messages.answers(probe)) {
            if (Messages.isConfiguration(answer)) {
                unrouted(probe.claim("TRN-092").on(answer), answer.responseHeaders());
            }
        }
    }

    private static void unrouted(Claim claim, WireHeaders headers) {
        List<String> routing = headers.fields().stream()
                .map(WireHeaders.Field::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).matches("ocpi-(to|from)-.*"))
                .toList();
        claim.at(routing.toArray(String[]::new)).holds(routing.isEmpty(), "no routing headers", routing);
    }

    @Proves(value = "TRN-094", stage = Stage.FINAL)
    void routing_values_have_the_length_of_ids(Probe probe) {
        for (WireExchange exchange : probe.evidence()
                .where(one -> one.telling() && one.answered() && one.target().isPresent())) {
            for (WireHeaders.Field field : exchange.sutHeaders().fields()) {
                String name = field.name().toLowerCase(Locale.ROOT);
                if (name.matches("ocpi-(to|from)-(country-code|party-id)")) {
                    String form = name.endsWith("country-code") ? "[A-Za-z]{2}" : "[\\x21-\\x7E]{1,3}";
                    probe.claim("TRN-094")
                            .on(exchange)
                            .at(field.name())
                            .holds(field.value().matches(form), form, field.value());
                }
            }
        }
    }

    @Proves(
            value = {"TRN-126", "TRN-127", "TRN-129", "TRN-133"},
            stage = Stage.FINAL)
    void calls_have_message_ids(Probe probe) {
        Map<String, WireExchange> seen = new HashMap<>();
        for (WireExchange call : Messages.calls(probe)) {
            List<String> ids = call.requestHeaders().all("X-Request-ID");
            List<String> correlation = call.requestHeaders().all("X-Correlation-ID");
            probe.claim("TRN-126").on(call).at("X-Request-ID").holds(isOne(ids), "one X-Request-ID", ids);
            probe.claim("TRN-129")
                    .on(call)
                    .at("X-Correlation-ID")
                    .holds(isOne(correlation), "one X-Correlation-ID", correlation);
            ids.stream().findFirst().ifPresent(id -> fresh(probe, call, seen.putIfAbsent(id, call), id));
            List.of(ids, correlation)
                    .forEach(values -> values.stream()
                            .findFirst()
                            .ifPresent(id -> probe.claim("TRN-133")
                                    .on(call)
                                    .holds(UUID.matcher(id).matches(), "a UUID", id)));
        }
    }

    private static boolean isOne(List<String> values) {
        return values.size() == 1 && !values.get(0).isBlank();
    }

    /** The repetition of a call that was not answered properly may repeat its id. */
    private static void fresh(Probe probe, WireExchange call, WireExchange before, String id) {
        Claim claim = probe.claim("TRN-127").on(call).at("X-Request-ID");
        boolean repetition = before != null
                && (before.status() == 0 || before.status() >= 500)
                && before.method().equals(call.method())
                && before.uri().equals(call.uri())
                && before.requestBody().text().equals(call.requestBody().text());
        if (repetition) {
            claim.warns("a new id for a repeated call", id);
        } else {
            claim.holds(before == null, "an id that no other call had", id);
        }
    }

    @Proves(value = "TRN-130", stage = Stage.FINAL)
    void correlation_ids_change_with_the_cause(Probe probe) {
        List<WireExchange> calls = Messages.calls(probe).stream()
                .filter(call -> call.requestHeaders().has("X-Correlation-ID"))
                .toList();
        if (calls.size() < 2) {
            return;
        }
        WireExchange first = calls.get(0);
        WireExchange last = calls.get(calls.size() - 1);
        boolean apart = java.time.Duration.between(first.at(), last.at()).toSeconds() >= 60;
        long different = calls.stream()
                .map(call -> call.requestHeaders().first("X-Correlation-ID").orElse(""))
                .distinct()
                .count();
        if (different > 1) {
            probe.claim("TRN-130").on(last).at("X-Correlation-ID").held();
        } else if (apart || causes(calls) > 1) {
            probe.claim("TRN-130")
                    .on(last)
                    .at("X-Correlation-ID")
                    .deviates("different ids for different causes", "one id for " + calls.size() + " calls");
        }
    }

    /** A push and a registration have different causes, and so have pushes of different modules. */
    private static long causes(List<WireExchange> calls) {
        return calls.stream()
                .map(Messages::module)
                .map(module -> Messages.CONFIGURATION.contains(module) ? "registration" : module)
                .distinct()
                .count();
    }

    private static String mediaType(WireHeaders headers) {
        return headers.first("Content-Type")
                .map(value -> value.split(";")[0].trim().toLowerCase(Locale.ROOT))
                .orElse("none");
    }
}
