package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code report.md}: the run for people, in GitHub's Markdown with Mermaid diagrams. */
public final class MarkdownReport {
    /** Longer lists are in results.json; a page has to be read. */
    private static final int MAX_REFUSALS = 100;

    private static final int MAX_EVIDENCE = 20;

    private final Run run;
    private final Map<Long, Exchange> exchanges;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Run run) {
        this.run = run;
        this.exchanges =
                run.exchanges().stream().collect(Collectors.toMap(Exchange::id, Function.identity(), (a, b) -> a));
    }

    /** The run as one Markdown page. */
    public static String render(Run run) {
        return new MarkdownReport(run).page();
    }

    private String page() {
        heading();
        if (run.kind() == RunKind.SCENARIO) {
            scenarioSummary();
        } else {
            text.append(MarkdownConformance.summary(run));
        }
        inputs();
        run.scenarios().forEach(this::scenario);
        if (run.kind() == RunKind.CONFORMANCE) {
            text.append(MarkdownConformance.findings(run, exchanges));
        }
        return text.toString();
    }

    private void heading() {
        line("# " + Markdown.text(run.title()));
        line("");
        line("**" + headline() + "**"
                + run.subject().url().map(url -> " · " + Markdown.code(url)).orElse("")
                + " · " + Markdown.text(run.subject().role())
                + " · OCPI " + Markdown.text(String.join(", ", run.subject().versions()))
                + run.suiteVersion()
                        .map(version -> " · suite " + Markdown.text(version))
                        .orElse("")
                + " · started " + run.startedAt()
                + " · seed " + run.seed());
        line("");
        run.notes().forEach(note -> line("- " + Markdown.text(note)));
        if (!run.notes().isEmpty()) {
            line("");
        }
    }

    private String headline() {
        return run.kind() == RunKind.SCENARIO
                ? run.verdict().words().toUpperCase(Locale.ROOT)
                : MarkdownConformance.headline(run);
    }

    private void scenarioSummary() {
        line("## Summary");
        line("");
        line("| Scenario | OCPI | Verdict | Steps passed | Exchanges | Time |");
        line("|---|---|---|---|---|---|");
        for (ScenarioResult scenario : run.scenarios()) {
            long passed = scenario.steps().stream()
                    .filter(step -> step.verdict() == Verdict.PASSED)
                    .count();
            row(
                    Markdown.text(scenario.title()),
                    Markdown.text(scenario.version()),
                    verdict(scenario.verdict()),
                    passed + " of " + scenario.steps().size(),
                    Integer.toString(scenario.exchanges().size()),
                    seconds(scenario.took()));
        }
        line("");
    }

    private void inputs() {
        if (run.inputs().isEmpty()) {
            return;
        }
        line("## Input files");
        line("");
        line("| File | Objects | Taken | Refused |");
        line("|---|---|---|---|");
        for (Input input : run.inputs()) {
            row(
                    Markdown.codeCell(input.file()),
                    Markdown.text(input.objects()),
                    Long.toString(input.taken()),
                    Long.toString(input.refused()));
        }
        line("");
        run.inputs().stream().filter(input -> !input.refusals().isEmpty()).forEach(this::refusals);
    }

    private void refusals(Input input) {
        line("### Refused in " + Markdown.code(input.file()));
        line("");
        line("| Line:column | Pointer | Rule | Value |");
        line("|---|---|---|---|");
        input.refusals().stream()
                .limit(MAX_REFUSALS)
                .forEach(refusal -> row(
                        refusal.line() + ":" + refusal.column(),
                        Markdown.codeCell(refusal.pointer()),
                        Markdown.text(refusal.rule()),
                        Markdown.codeCell(refusal.value())));
        line("");
        if (input.refusals().size() > MAX_REFUSALS) {
            line("… and " + (input.refusals().size() - MAX_REFUSALS) + " more in `results.json`.");
            line("");
        }
    }

    private void scenario(ScenarioResult scenario) {
        line("## " + Markdown.text(scenario.title()) + " (OCPI " + Markdown.text(scenario.version()) + "): "
                + scenario.verdict().words());
        line("");
        scenario.message().ifPresent(message -> line(Markdown.text(message) + "\n"));
        line("| # | Step | Verdict | Time |");
        line("|---|---|---|---|");
        scenario.steps()
                .forEach(step -> row(
                        Integer.toString(step.number()),
                        Markdown.text(step.sentence()),
                        verdict(step.verdict()),
                        seconds(step.took())));
        line("");
        scenario.steps().stream()
                .filter(step -> step.verdict().weight().compareTo(Verdict.Weight.CLEAN) > 0)
                .forEach(this::trouble);
        SequenceDiagram.of(scenario, exchanges).ifPresent(diagram -> line("```mermaid\n" + diagram + "```\n"));
    }

    private void trouble(StepResult step) {
        line("**Step " + step.number() + " " + step.verdict().words() + "**: " + Markdown.text(step.sentence()));
        line("");
        step.message().ifPresent(message -> line(Markdown.text(message) + "\n"));
        for (Expectation expectation : step.expectations()) {
            if (!expectation.met()) {
                line("- " + Markdown.text(expectation.sentence()));
                line("  - expected " + Markdown.code(expectation.expected()));
                line("  - actual " + Markdown.code(expectation.actual()));
            }
        }
        evidence(step.exchanges());
        line("");
    }

    private void evidence(List<Long> ids) {
        int left = Math.max(0, ids.size() - MAX_EVIDENCE);
        if (left > 0) {
            line("- " + left + " earlier exchanges, see `trace.jsonl`");
        }
        // The last ones: trouble shows at the end.
        for (Long id : ids.subList(left, ids.size())) {
            Optional.ofNullable(exchanges.get(id))
                    .ifPresent(exchange -> line("- exchange " + id + ": " + Markdown.text(exchange.operation()) + ", "
                            + Markdown.text(exchange.from()) + " → " + Markdown.text(exchange.to()) + ": "
                            + Markdown.text(SequenceDiagram.answer(exchange))));
        }
    }

    private static String verdict(Verdict verdict) {
        return verdict == Verdict.PASSED ? verdict.words() : "**" + verdict.words() + "**";
    }

    private static String seconds(Duration took) {
        return ResultsJson.seconds(took).toPlainString() + " s";
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
