package dev.roamlab.cli.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.explain.SpecLink;
import dev.roamlab.conformance.explain.Why;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.reports.Deviation;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A failed requirement with all that somebody needs to mend it. */
final class FailureText {
    private static final int DEVIATIONS = 3;
    private static final int HIGHLIGHTS = 3;
    private static final int BODY = 300;
    private static final JsonMapper JSON = new JsonMapper();

    private final Catalogue catalogue = Catalogue.load();
    private final Why why = Why.load();
    private final Map<Long, Exchange> exchanges;
    private final Console out;

    FailureText(Run run, Console out) {
        this.exchanges = run.exchanges().stream().collect(Collectors.toMap(Exchange::id, Function.identity()));
        this.out = out;
    }

    void print(RequirementResult result) {
        out.line();
        out.hanging(
                Marks.of(result.verdict(), out) + " " + out.paint(Style.BOLD, result.requirement()) + "  ",
                out.paint(Style.BOLD, result.title()));
        out.line("  "
                + String.join(
                        " · ",
                        Marks.words(result),
                        result.level(),
                        result.module(),
                        "OCPI " + result.version(),
                        result.layer().spelling()));
        if (result.deviations().isEmpty()) {
            field("finding", result.message());
        }
        result.deviations().stream().limit(DEVIATIONS).forEach(this::deviation);
        if (result.deviations().size() > DEVIATIONS) {
            field("", (result.deviations().size() - DEVIATIONS) + " more of the same kind are in the report");
        }
        result.notes().forEach(note -> field("note", note));
        catalogue.find(result.requirement()).ifPresent(requirement -> rule(requirement, result.version()));
        result.check().ifPresent(check -> field("check", check));
    }

    private void deviation(Deviation deviation) {
        field("expected", deviation.expected());
        field("actual", deviation.actual());
        deviation
                .exchange()
                .flatMap(id -> Optional.ofNullable(exchanges.get(id)))
                .ifPresent(exchange -> {
                    field(
                            "exchange",
                            "#" + exchange.id() + " " + exchange.from() + " → " + exchange.to() + ": "
                                    + exchange.request().line() + " → "
                                    + exchange.response()
                                            .map(Message::line)
                                            .orElse(exchange.failure().orElse("no answer")));
                    content(exchange, deviation.highlights());
                });
        deviation.curl().ifPresent(curl -> out.line("  repeat     " + curl));
    }

    /** What the system wrote: the places that matter, then how its body begins. */
    private void content(Exchange exchange, List<String> highlights) {
        Optional<Message> message =
                exchange.from().startsWith("tester") ? exchange.response() : Optional.of(exchange.request());
        if (message.isEmpty()) {
            return;
        }
        JsonNode body = json(message.get().body());
        for (String place : highlights.stream().limit(HIGHLIGHTS).toList()) {
            String value = place.isEmpty() || place.startsWith("/")
                    ? clipped(
                            body.at(place).isMissingNode()
                                    ? "absent"
                                    : body.at(place).toString(),
                            120)
                    : String.valueOf((Object) header(message.get(), place).orElse("absent"));
            out.hanging(
                    "             " + out.paint(Style.YELLOW, "▸ " + (place.isEmpty() ? "body" : place)) + " = ",
                    value);
        }
        if (!message.get().body().isEmpty()) {
            out.hanging("             ", clipped(message.get().body().replaceAll("\\s+", " "), BODY));
        }
    }

    private static Optional<String> header(Message message, String name) {
        return message.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void rule(Requirement requirement, String version) {
        field("rule", requirement.statement());
        Spelled.find(SpecVersion.class, version)
                .filter(requirement.versions()::contains)
                .ifPresent(known -> out.line("  section    " + SpecLink.to(requirement, known)));
        field("why", why.of(requirement));
    }

    private void field(String name, String text) {
        out.hanging(String.format(java.util.Locale.ROOT, "  %-10s ", name), text);
    }

    private static JsonNode json(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body)).orElse(MissingNode.getInstance());
        } catch (JsonProcessingException other) {
            return MissingNode.getInstance();
        }
    }

    private static String clipped(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "… (" + text.length() + " characters)";
    }
}
