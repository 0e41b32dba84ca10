package dev.roamlab.cli.conformance;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.reports.Layer;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A run as a tree in the order of the specification, its failures in full, and its totals. */
final class RunText {
    private static final int REASONS = 12;
    /** Shown one by one also without --verbose. */
    private static final Set<Verdict> TELLING = Set.of(Verdict.FAILED, Verdict.WARNED, Verdict.ERROR);

    private final Run run;
    private final Console out;
    private final boolean verbose;

    RunText(Run run, Console out, boolean verbose) {
        this.run = run;
        this.out = out;
        this.verbose = verbose;
    }

    void print() {
        tree();
        undecided();
        failures();
        totals();
    }

    private void tree() {
        Map<String, Map<String, List<RequirementResult>>> versions = run.requirements().stream()
                .collect(Collectors.groupingBy(
                        RequirementResult::version,
                        LinkedHashMap::new,
                        Collectors.groupingBy(RequirementResult::module, LinkedHashMap::new, Collectors.toList())));
        versions.forEach((version, modules) -> {
            out.line();
            out.line(out.paint(Style.BOLD, "OCPI " + version));
            modules.forEach(this::module);
        });
    }

    private void module(String module, List<RequirementResult> results) {
        out.hanging(
                "  " + Marks.of(heaviest(results), out) + " " + String.format(Locale.ROOT, "%-14s ", module),
                counts(results));
        for (RequirementResult result : results) {
            if (verbose || TELLING.contains(result.verdict())) {
                String message = result.message().isEmpty() || result.verdict() == Verdict.PASSED
                        ? ""
                        : ": " + firstLine(result.message());
                out.hanging(
                        "      " + Marks.of(result.verdict(), out) + " " + result.requirement() + " ",
                        result.title() + (result.isExpectedFailure() ? " (known)" : "") + message);
            }
        }
    }

    private static Verdict heaviest(List<RequirementResult> results) {
        return Verdict.heaviest(results.stream()
                .map(RequirementResult::verdict)
                .sorted(Comparator.comparingInt(verdict -> verdict == Verdict.WARNED ? 0 : 1))
                .toList());
    }

    private String counts(List<RequirementResult> results) {
        Map<Verdict, Long> counts = new java.util.EnumMap<>(Verdict.class);
        results.forEach(result -> counts.merge(result.verdict(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** Why things were not decided, the most frequent reason first: what to give to see more next time. */
    private void undecided() {
        Map<String, List<RequirementResult>> reasons = run.requirements().stream()
                .filter(result -> result.verdict() == Verdict.INCONCLUSIVE || result.verdict() == Verdict.SKIPPED)
                .collect(Collectors.groupingBy(
                        result -> firstLine(result.message()), LinkedHashMap::new, Collectors.toList()));
        if (reasons.isEmpty()) {
            return;
        }
        out.line();
        out.line(out.paint(Style.BOLD, "Not decided"));
        reasons.entrySet().stream()
                .sorted(Comparator.comparingInt(reason -> -reason.getValue().size()))
                .limit(verbose ? Long.MAX_VALUE : REASONS)
                .forEach(reason -> out.hanging(
                        String.format(Locale.ROOT, "  %4d  ", reason.getValue().size()),
                        reason.getKey() + " (" + ids(reason.getValue()) + ")"));
        if (!verbose && reasons.size() > REASONS) {
            out.line("        and " + (reasons.size() - REASONS) + " more reasons; -v shows them all");
        }
    }

    private static String ids(List<RequirementResult> results) {
        List<String> ids =
                results.stream().map(RequirementResult::requirement).distinct().toList();
        return ids.stream().limit(4).collect(Collectors.joining(", ")) + (ids.size() > 4 ? ", …" : "");
    }

    private void failures() {
        List<RequirementResult> failed = run.requirements().stream()
                .filter(result -> result.verdict() == Verdict.FAILED && !result.isExpectedFailure()
                        || result.verdict() == Verdict.ERROR)
                .toList();
        if (failed.isEmpty()) {
            return;
        }
        out.line();
        out.rule();
        FailureText text = new FailureText(run, out);
        failed.forEach(text::print);
        out.rule();
    }

    private void totals() {
        out.line();
        run.byLayer().forEach((layer, counts) -> out.hanging("  " + name(layer), nonZero(counts)));
        long silent = count(run.summary(), Verdict.NOT_EXERCISED);
        out.line("  not exercised: " + silent);
        run.notes().forEach(note -> out.hanging("  note: ", note));
        out.line();
        out.hanging("", verdict());
    }

    private static String name(Layer layer) {
        return String.format(Locale.ROOT, "%-8s ", layer.spelling());
    }

    private static String nonZero(Map<Verdict, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }

    /** The run in a sentence. */
    private String verdict() {
        Map<Verdict, Long> counts = run.summary();
        long known = run.expectedFailures();
        long failed = count(counts, Verdict.FAILED) - known;
        String also =
                (count(counts, Verdict.WARNED) > 0 ? ", " + count(counts, Verdict.WARNED) + " with a warning" : "")
                        + (known > 0 ? ", " + known + " failed as the baseline says" : "");
        if (count(counts, Verdict.ERROR) > 0) {
            return out.paint(Style.MAGENTA, "Not whole") + ": " + count(counts, Verdict.ERROR)
                    + " requirements could not be judged because of an error of ours or of the network, " + failed
                    + " failed" + also + ".";
        }
        if (failed > 0) {
            return out.paint(Style.RED, "Findings") + ": " + failed + " of "
                    + run.requirements().size() + " requirements failed" + also + ".";
        }
        if (count(counts, Verdict.PASSED) + count(counts, Verdict.WARNED) + known == 0) {
            return out.paint(Style.MAGENTA, "Nothing could be examined") + "; the reasons stand above.";
        }
        return out.paint(Style.GREEN, "Clean") + ": " + count(counts, Verdict.PASSED)
                + " requirements passed, none failed" + also + ".";
    }

    private static long count(Map<Verdict, Long> counts, Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
