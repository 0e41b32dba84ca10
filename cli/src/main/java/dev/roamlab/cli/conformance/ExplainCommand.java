package dev.roamlab.cli.conformance;

import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Testable;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.engine.CheckIndex;
import dev.roamlab.conformance.explain.SpecLink;
import dev.roamlab.conformance.explain.Why;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.node.faults.Faults;
import dev.roamlab.reports.Layer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells all about one requirement. */
@Command(
        name = "explain",
        description = "Explain a requirement: what it asks, why, and how it is checked.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {"", "Example:", "  roamlab conformance explain CRED-007"})
final class ExplainCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The requirement's id, such as CRED-007.")
    private String id = "";

    ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.load();
        Requirement one = Entries.find(catalogue, id.strip());
        Console out = context.out();
        out.hanging(out.paint(Style.BOLD, one.id()) + "  ", out.paint(Style.BOLD, one.title()));
        out.paragraph(
                2,
                one.level().spelling() + " · " + one.module().spelling() + " · OCPI " + Entries.versions(one)
                        + " · layer: " + one.layer().spelling() + " · to be kept by: "
                        + one.obliged().spelling());
        section(out, "The rule", one.statement());
        section(out, "Why it matters", Why.load().of(one));
        section(out, "How it is checked", one.probe());
        checkedBy(out, one, CheckIndex.load(catalogue).of(one.id()));
        good(out, one);
        bad(out, one);
        out.line();
        out.line(out.paint(
                Style.BOLD,
                one.layer() == Layer.SPEC ? "In the specification" : "Not in the specification; its nearest place"));
        for (SpecVersion version : SpecVersion.values()) {
            if (one.versions().contains(version)) {
                out.line("  " + version.spelling() + "  " + SpecLink.to(one, version));
            }
        }
        return ExitCodes.CLEAN;
    }

    private static void section(Console out, String title, String text) {
        out.line();
        out.line(out.paint(Style.BOLD, title));
        out.paragraph(2, text);
    }

    private static void checkedBy(Console out, Requirement one, List<CheckIndex.Entry> checks) {
        if (checks.isEmpty()) {
            out.paragraph(
                    2,
                    one.testable() == Testable.NONE
                            ? "It cannot be seen from outside: every run reports it as not observable."
                            : "No check is written for it yet: every run reports it as not exercised.");
            return;
        }
        for (CheckIndex.Entry check : checks) {
            out.hanging("  Check: ", check.name() + manner(check.stage()));
        }
    }

    private static String manner(Stage stage) {
        return switch (stage) {
            case ACTIVE -> "";
            case DRIVEN -> " (needs a trigger)";
            case ASKING -> " (asks the operator; an answer is reported as attested)";
            case DESTRUCTIVE -> " (runs last, and not with --no-destructive)";
            case FINAL -> " (judges everything that crossed the wire in the run)";
        };
    }

    private static void good(Console out, Requirement one) {
        section(
                out,
                "What good looks like",
                switch (one.consequence()) {
                    case FAILS -> "The check sees the rule kept everywhere it looks: passed.";
                    case WARNS -> "The rule is kept: passed. A system that deviates is warned and does not fail.";
                    case RECORDED -> "Both ways are allowed; the report says which way the system went.";
                });
    }

    private static void bad(Console out, Requirement one) {
        List<Fault> faults = Faults.all().stream()
                .filter(fault -> fault.requirements().contains(one.id()))
                .toList();
        one.readings().ifPresent(readings -> {
            section(
                    out,
                    "Two readings",
                    "The text can honestly be read in two ways, so a deviation warns and never fails.");
            out.hanging("  stricter: ", readings.stricter());
            out.hanging("  milder:   ", readings.milder());
        });
        if (faults.isEmpty()) {
            return;
        }
        out.line();
        out.line(out.paint(Style.BOLD, "What bad looks like"));
        for (Fault fault : faults) {
            out.hanging("  • ", fault.title() + ".");
            out.line("    See it caught: roamlab conformance run --self --fault " + fault.name());
        }
    }
}
