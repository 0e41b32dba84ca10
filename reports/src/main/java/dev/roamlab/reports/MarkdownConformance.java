package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The conformance part of {@code report.md}, made for a ticket: findings with all that is needed to see them again, the
 * rest in short. What passed is only counted.
 */
final class MarkdownConformance {
    /** Forges cut or refuse texts beyond 64 KiB. */
    private static final int MAX_FINDINGS = 25;

    private static final int MAX_PAGE = 40_000;

    private static final int MAX_EXCHANGE = 2_000;
    private static final int MAX_IDS = 40;

    private final StringBuilder text = new StringBuilder();
    private final Run run;
    private final Map<Long, Exchange> exchanges;

    private MarkdownConformance(Run run, Map<Long, Exchange> exchanges) {
        this.run = run;
        this.exchanges = exchanges;
    }

    /** How the run ended, in half a line. */
    static String headline(Run run) {
        long failed = run.count(Verdict.FAILED) - run.expectedFailures();
        long errors = run.count(Verdict.ERROR);
        String findings = failed == 0 ? "NO FINDINGS" : failed + " FAILED";
        return errors == 0 ? findings : findings + ", " + errors + " COULD NOT BE JUDGED";
    }

    /** The totals. */
    static String summary(Run run) {
        MarkdownConformance page = new MarkdownConformance(run, Map.of());
        page.line("## Summary");
        page.line("");
        page.remarks();
        page.totals("Layer", run.byLayer(), Layer::spelling);
        page.totals("Module", run.byModule(), Markdown::text);
        return page.text.toString();
    }

    /** The findings, then what was not judged and why. */
    static String findings(Run run, Map<Long, Exchange> exchanges) {
        MarkdownConformance page = new MarkdownConformance(run, exchanges);
        page.section("Failed", result -> result.counted() == Verdict.FAILED);
        page.section("Could not be judged", result -> result.verdict() == Verdict.ERROR);
        page.section("Warned", result -> result.verdict() == Verdict.WARNED);
        page.known();
        page.silent();
        return page.text.toString();
    }

    private void remarks() {
        line("- not exercised: " + run.count(Verdict.NOT_EXERCISED));
        if (run.expectedFailures() > 0) {
            line("- known failures, which the baseline lists and which are no findings: " + run.expectedFailures());
        }
        line("");
    }

    private <K> void totals(String title, Map<K, Map<Verdict, Long>> totals, Function<K, String> spelling) {
        List<Verdict> verdicts = Verdict.of(RunKind.CONFORMANCE);
        line("| " + title + " | " + verdicts.stream().map(Verdict::words).collect(Collectors.joining(" | ")) + " |");
        line("|---" + "|---:".repeat(verdicts.size()) + "|");
        totals.forEach((key, counts) -> line("| " + spelling.apply(key) + " | "
                + counts.values().stream().map(Object::toString).collect(Collectors.joining(" | ")) + " |"));
        line("");
    }

    private void section(String title, Predicate<RequirementResult> condition) {
        List<RequirementResult> results =
                run.requirements().stream().filter(condition).toList();
        if (results.isEmpty()) {
            return;
        }
        line("## " + title + " (" + results.size() + ")");
        line("");
        results.stream().limit(MAX_FINDINGS).forEach(this::finding);
        if (results.size() > MAX_FINDINGS) {
            line("And " + (results.size() - MAX_FINDINGS) + " more, see `report.html`: "
                    + ids(results.subList(MAX_FINDINGS, results.size())) + ".");
            line("");
        }
    }

    private void finding(RequirementResult result) {
        line("### " + Markdown.text(result.requirement() + " " + result.title()) + " (OCPI "
                + Markdown.text(result.version()) + ")");
        line("");
        line(Markdown.text(result.module()) + ", " + result.layer().spelling() + ", " + Markdown.text(result.level())
                + result.text()
                        .map(of -> ", section " + Markdown.code(of.section()))
                        .orElse("")
                + result.check()
                        .map(check -> ", judged by " + Markdown.code(check))
                        .orElse(""));
        line("");
        if (!result.message().isEmpty()) {
            line("**" + Markdown.text(result.message()) + "**");
            line("");
        }
        result.text().ifPresent(this::requirement);
        result.deviations().forEach(this::deviation);
        others(result);
    }

    private void requirement(RequirementText of) {
        line("> " + Markdown.text(of.statement()));
        of.why().ifPresent(why -> line(">\n> Why it matters: " + Markdown.text(why)));
        line("");
        if (!of.readings().isEmpty()) {
            line("The text can be read in two ways, so this warns and does not fail:");
            line("");
            of.readings().forEach(reading -> line("1. " + Markdown.text(reading)));
            line("");
        }
    }

    private void deviation(Deviation deviation) {
        line("- expected " + Markdown.code(deviation.expected()));
        line("- actual " + Markdown.code(deviation.actual()));
        if (!deviation.highlights().isEmpty()) {
            line("- look at "
                    + deviation.highlights().stream().map(Markdown::code).collect(Collectors.joining(", ")));
        }
        line("");
        deviation.curl().ifPresent(curl -> line(Markdown.block(curl)));
        deviation
                .exchange()
                .flatMap(id -> Optional.ofNullable(exchanges.get(id)))
                .ifPresent(this::exchange);
    }

    /** Folded away: the page stays readable, and whoever wants proof finds it, in a long page only in the trace. */
    private void exchange(Exchange exchange) {
        if (text.length() > MAX_PAGE) {
            line("Exchange " + exchange.id() + " in `trace.jsonl`.");
            line("");
            return;
        }
        String whole = ExchangeText.render(exchange).strip();
        String shown = whole.length() <= MAX_EXCHANGE
                ? whole
                : whole.substring(0, MAX_EXCHANGE) + "\n… (" + whole.length() + " characters, see trace.jsonl)";
        line("<details><summary>"
                + Markdown.html("exchange %d: %s, %s → %s: %s"
                        .formatted(
                                exchange.id(),
                                exchange.operation(),
                                exchange.from(),
                                exchange.to(),
                                SequenceDiagram.answer(exchange)))
                + "</summary>");
        line("");
        line(Markdown.block(shown));
        line("</details>");
        line("");
    }

    private void others(RequirementResult result) {
        List<Long> shown = result.deviations().stream()
                .flatMap(deviation -> deviation.exchange().stream())
                .toList();
        List<Long> others =
                result.exchanges().stream().filter(id -> !shown.contains(id)).toList();
        if (!others.isEmpty()) {
            line((shown.isEmpty() ? "Exchanges" : "Other exchanges") + " in `trace.jsonl`: "
                    + others.stream().limit(MAX_IDS).map(String::valueOf).collect(Collectors.joining(", "))
                    + (others.size() > MAX_IDS ? ", …" : ""));
            line("");
        }
    }

    private void known() {
        List<RequirementResult> known = run.requirements().stream()
                .filter(RequirementResult::isExpectedFailure)
                .toList();
        if (known.isEmpty()) {
            return;
        }
        line("## Known failures (" + known.size() + ")");
        line("");
        known.forEach(result -> line("- " + Markdown.text(result.requirement() + " " + result.title()) + " (OCPI "
                + Markdown.text(result.version()) + "): " + Markdown.text(result.message())));
        line("");
    }

    /** One line per reason, because a reason is often shared by a whole module. */
    private void silent() {
        Map<String, List<RequirementResult>> byReason = run.requirements().stream()
                .filter(result -> result.verdict().weight() == Verdict.Weight.SILENT)
                .collect(Collectors.groupingBy(
                        result -> "**" + result.verdict().words() + "** | "
                                + (result.message().isEmpty() ? "" : Markdown.text(result.message())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (byReason.isEmpty()) {
            return;
        }
        line("## Without a verdict");
        line("");
        line("| Verdict | Reason | Number | Requirements |");
        line("|---|---|---:|---|");
        byReason.forEach(
                (reason, results) -> line("| " + reason + " | " + results.size() + " | " + ids(results) + " |"));
        line("");
    }

    private static String ids(List<RequirementResult> results) {
        List<String> ids = results.stream()
                .map(RequirementResult::requirement)
                .distinct()
                .map(Markdown::text)
                .toList();
        return String.join(", ", ids.subList(0, Math.min(ids.size(), MAX_IDS)))
                + (ids.size() > MAX_IDS ? " and " + (ids.size() - MAX_IDS) + " more" : "");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
