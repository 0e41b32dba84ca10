package dev.roamlab.conformance.checks.commands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.checks.commands.CommandTrafficCheck.Commands;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The results that a CPO posted at the addresses of our commands. Spec: mod_commands_emsp_interface. */
@Checks(module = CatalogueModule.COMMANDS)
final class CallbackCheck {
    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final String CANCELED = "CANCELED_RESERVATION";

    private record Ordered(WireExchange command, URI url, List<WireExchange> results) {}

    @Proves(
            value = {"CMD-004", "CMD-012", "CMD-019", "CMD-022", "CMD-032"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void every_command_gets_its_own_result(Probe probe) {
        for (Ordered ordered : ordered(probe)) {
            boolean accepted = ordered.command().accepted()
                    && ordered.command().data().path("result").asText().equals(Command.ACCEPTED);
            if (accepted) {
                once(probe, ordered);
                unchanged(probe, ordered);
                inTime(probe, ordered);
            } else {
                ordered.results()
                        .forEach(result -> probe.claim("CMD-019")
                                .on(result)
                                .deviates(
                                        "no result after a refusal",
                                        ordered.command().outcome()));
            }
        }
    }

    private static List<Ordered> ordered(Probe probe) {
        return Commands.sent(probe).stream()
                .filter(command ->
                        command.requestBody().json().path("response_url").isTextual())
                .map(command -> {
                    URI url = URI.create(
                            command.requestBody().json().path("response_url").asText());
                    return new Ordered(command, url, Commands.results(probe, url));
                })
                .toList();
    }

    private static void once(Probe probe, Ordered ordered) {
        List<WireExchange> results = ordered.results().stream()
                .filter(result -> !Command.text(result).equals(CANCELED))
                // A repetition after an answer that we spoilt on purpose is judged by CMD-034.
                .filter(result -> result.status() / 100 == 2)
                .toList();
        if (!results.isEmpty()) {
            probe.claim("CMD-004")
                    .on(results.get(results.size() - 1))
                    .holds(results.size() == 1, "one result", results.size() + " results");
            probe.claim("CMD-012").on(results.get(0)).held();
        }
    }

    private static void unchanged(Probe probe, Ordered ordered) {
        for (WireExchange result : ordered.results()) {
            String called = target(result.uri());
            String given = target(ordered.url());
            Claim claim = probe.claim("CMD-022").on(result);
            if (called.equals(given)) {
                claim.held();
            } else if (called.equalsIgnoreCase(given)) {
                claim.warns("byte for byte " + given, called);
            } else {
                claim.deviates("byte for byte " + given, called);
            }
        }
    }

    private static String target(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static void inTime(Probe probe, Ordered ordered) {
        JsonNode timeout = ordered.command().data().path("timeout");
        if (ordered.results().isEmpty() || !timeout.isIntegralNumber()) {
            return;
        }
        WireExchange result = ordered.results().get(0);
        var promised = ordered.command()
                .at()
                .plus(ordered.command().took())
                .plusSeconds(timeout.longValue())
                .plus(TOLERANCE);
        probe.claim("CMD-032")
                .on(result)
                .holds(
                        !result.at().isAfter(promised),
                        "a result within " + timeout + " s",
                        Duration.between(ordered.command().at(), result.at()));
    }

    @Proves(
            value = {"CMD-024", "CMD-025"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void a_callback_is_a_request_like_any_other(Probe probe) {
        for (Ordered ordered : ordered(probe)) {
            for (WireExchange result : ordered.results()) {
                headers(probe, result);
                JsonNode body = result.requestBody().json();
                probe.claim("CMD-025")
                        .on(result)
                        .holds(
                                body.isObject() && body.has("result") && !body.has("status_code"),
                                "a CommandResult itself, not in an envelope",
                                body);
            }
        }
    }

    private static void headers(Probe probe, WireExchange result) {
        Claim claim = probe.claim("CMD-024").on(result);
        String authorization = result.requestHeaders().first("Authorization").orElse("");
        boolean encoded = authorization.regionMatches(true, 0, "Token ", 0, 6)
                && decoded(authorization.substring(6).trim()).isPresent();
        claim.at("Authorization")
                .holds(
                        encoded && result.status() != 401,
                        "Token and the Base64 form of the token that we gave",
                        result.status() == 401 ? "a token that is not ours" : "another form");
        String type = result.requestHeaders().first("Content-Type").orElse("(absent)");
        claim.at("Content-Type").holds(type.startsWith("application/json"), "application/json", type);
        for (String id : List.of("X-Request-ID", "X-Correlation-ID")) {
            claim.at(id)
                    .holds(
                            result.requestHeaders()
                                    .first(id)
                                    .filter(text -> !text.isBlank())
                                    .isPresent(),
                            id,
                            "(absent)");
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException raw) {
            return Optional.empty();
        }
    }
}
