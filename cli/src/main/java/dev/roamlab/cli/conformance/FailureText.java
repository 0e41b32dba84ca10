package dev.roamlab.cli.conformance;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A failed requirement with all that somebody needs to mend it. */
final class FailureText {
    private static final int DEVIATIONS = 3;

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
        deviations(result.deviations());
        result.notes().forEach(note -> field("note", note));
        catalogue.find(result.requirement()).ifPresent(requirement -> rule(requirement, result.version()));
        result.check().ifPresent(check -> field("check", check));
    }

    /** The first of each kind: the same mistake on every page is one mistake. */
    private void deviations(List<Deviation> all) {
        Map<String, List<Deviation>> kinds = all.stream()
                .collect(Collectors.groupingBy(
                        one -> one.expected() + "\n" + one.actual(), LinkedHashMap::new, Collectors.toList()));
        kinds.values().stream().limit(DEVIATIONS).forEach(same -> {
            deviation(same.get(0));
            if (same.size() > 1) {
                field("", "and " + (same.size() - 1) + " more like this");
            }
        });
        if (kinds.size() > DEVIATIONS) {
            field("", (kinds.size() - DEVIATIONS) + " other deviations are in the report");
        }
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
                    written(exchange).ifPresent(message -> new Excerpt(out).print(message, deviation.highlights()));
                });
        deviation.curl().ifPresent(curl -> out.line("  repeat     " + curl));
    }

    /** What the system wrote. */
    private static Optional<Message> written(Exchange exchange) {
        return exchange.from().startsWith("tester") ? exchange.response() : Optional.of(exchange.request());
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
}
