package dev.roamlab.cli.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cli.conformance.Mutant.Fate;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.faults.Faults;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.reports.RequirementResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tests the suite by our own nodes with every known fault. */
@Command(
        name = "self-test",
        description = "Test the suite itself: does it find every fault that our nodes can have, and none without?",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit code 1 when fewer than 98 % are found, fewer than 95 % for the right reason, or anything without a fault.",
            "",
            "Example:",
            "  roamlab conformance self-test --only CRED --jobs 4"
        })
final class SelfTestCommand implements Callable<Integer> {
    private static final double KILLED = 0.98;
    private static final double RIGHT = 0.95;

    private final CommandContext context;

    @Option(names = "--jobs", paramLabel = "N", description = "So many faults at a time (default: one per processor).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--only",
            paramLabel = "PREFIX",
            description = "Only faults whose name, or the requirement they break, starts so.")
    private String only = "";

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    SelfTestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Fault> faults = Faults.all().stream().filter(this::isChosen).toList();
        if (faults.isEmpty() || jobs < 1) {
            throw new UserError(
                    faults.isEmpty() ? "--only: no fault starts with " + only + "." : "--jobs: at least 1.",
                    "'roamlab faults' lists them all.");
        }
        context.errorsOnly();
        long start = System.nanoTime();
        SelfTest test = new SelfTest(this::tell);
        List<RequirementResult> clean = test.clean();
        List<Mutant> mutants = test.run(faults, jobs);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (json) {
            context.out().raw(json(mutants, clean, took));
        } else {
            sumUp(mutants, clean, took);
        }
        boolean good =
                clean.isEmpty() && share(killed(mutants), mutants) >= KILLED && share(right(mutants), mutants) >= RIGHT;
        return good ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }

    private boolean isChosen(Fault fault) {
        String prefix = only.strip().toLowerCase(Locale.ROOT);
        return fault.name().toLowerCase(Locale.ROOT).startsWith(prefix)
                || fault.requirement().toLowerCase(Locale.ROOT).startsWith(prefix);
    }

    private void tell(Mutant mutant) {
        if (!json) {
            Console out = context.out();
            out.hanging(
                    " " + (mutant.fate() == Fate.CAUGHT ? out.paint(Style.GREEN, "✓") : out.paint(Style.RED, "✗"))
                            + " ",
                    String.format(
                            Locale.ROOT,
                            "%s  %s (%s, %.1f s)%s%s",
                            mutant.fault().name(),
                            mutant.fate().words(),
                            mutant.role(),
                            mutant.took().toMillis() / 1000.0,
                            mutant.fate() == Fate.CAUGHT_OTHERWISE
                                    ? " by " + String.join(", ", mutant.findings()) + ", not by "
                                            + mutant.fault().requirement()
                                    : "",
                            mutant.message().isEmpty() ? "" : ": " + RunText.firstLine(mutant.message())));
        }
    }

    private void sumUp(List<Mutant> mutants, List<RequirementResult> clean, Duration took) {
        Console out = context.out();
        out.line();
        clean.forEach(result -> out.hanging(
                " ✗ ",
                "found without a fault: " + result.requirement() + " " + result.version() + " "
                        + result.verdict().words() + ": " + RunText.firstLine(result.message())));
        out.line(String.format(
                Locale.ROOT,
                "%d faults in %d s: %d killed (%.1f %%), %d for the right reason (%.1f %%), %d survived, %d broke the run.",
                mutants.size(),
                took.toSeconds(),
                killed(mutants),
                100 * share(killed(mutants), mutants),
                right(mutants),
                100 * share(right(mutants), mutants),
                count(mutants, Fate.SURVIVED),
                count(mutants, Fate.BROKEN)));
        out.line(clean.size() + " findings on nodes without a fault.");
    }

    private static String json(List<Mutant> mutants, List<RequirementResult> clean, Duration took) {
        ObjectNode json = Json.object()
                .put("format", 1)
                .put("faults", mutants.size())
                .put("killed", killed(mutants))
                .put("killed_for_the_right_reason", right(mutants))
                .put("survived", count(mutants, Fate.SURVIVED))
                .put("broken", count(mutants, Fate.BROKEN))
                .put("seconds", took.toSeconds());
        ArrayNode findings = json.putArray("findings_without_fault");
        clean.forEach(result -> findings.addObject()
                .put("requirement", result.requirement())
                .put("version", result.version())
                .put("verdict", result.verdict().spelling())
                .put("message", result.message()));
        ArrayNode results = json.putArray("results");
        mutants.forEach(mutant -> {
            ObjectNode entry = results.addObject()
                    .put("fault", mutant.fault().name())
                    .put("requirement", mutant.fault().requirement())
                    .put("role", mutant.role())
                    .put("fate", mutant.fate().words())
                    .put("millis", mutant.took().toMillis())
                    .put("message", mutant.message());
            ArrayNode found = entry.putArray("findings");
            mutant.findings().forEach(found::add);
        });
        return json.toPrettyString();
    }

    private static long killed(List<Mutant> mutants) {
        return mutants.stream().filter(Mutant::killed).count();
    }

    private static long right(List<Mutant> mutants) {
        return count(mutants, Fate.CAUGHT);
    }

    private static long count(List<Mutant> mutants, Fate fate) {
        return mutants.stream().filter(mutant -> mutant.fate() == fate).count();
    }

    private static double share(long some, List<Mutant> all) {
        return (double) some / all.size();
    }
}
