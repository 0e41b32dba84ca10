package dev.roamlab.cli.conformance;

import dev.roamlab.cli.conformance.Mutant.Fate;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.faults.Faults;
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
        SelfTest test = new SelfTest(this::tell, SelfTest.Reach.ALL);
        List<RequirementResult> clean = test.clean();
        List<Mutant> mutants = test.run(faults, jobs);
        SelfTestOutcome outcome = new SelfTestOutcome(mutants, clean, Duration.ofNanos(System.nanoTime() - start));
        if (json) {
            context.out().raw(outcome.toJson().toPrettyString());
        } else {
            sumUp(outcome);
        }
        return outcome.exitCode();
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

    private void sumUp(SelfTestOutcome outcome) {
        Console out = context.out();
        out.line();
        outcome.clean()
                .forEach(result -> out.hanging(
                        " ✗ ",
                        "found without a fault: " + result.requirement() + " " + result.version() + " "
                                + result.verdict().words() + ": " + RunText.firstLine(result.message())));
        out.line(outcome.sentence());
        out.line(outcome.clean().size() + " findings on nodes without a fault.");
    }
}
